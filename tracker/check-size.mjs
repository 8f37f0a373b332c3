/**
 * Fails when the script tag's t.js is larger, gzipped, than what the plugin promises. Compressors
 * differ by a few bytes: what counts is the largest of Node's and, where there is one, gzip's.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const LIMIT_BYTES = 2560;
const file = fileURLToPath(new URL('../dist/tracker/t.js', import.meta.url));
const byNode = gzipSync(readFileSync(file), { level: 9 }).length;
const byGzip = spawnSync('gzip', ['-9', '-c', file]).stdout?.length ?? 0;
const size = Math.max(byNode, byGzip);

console.log(`t.js: ${size} bytes gzip, limit ${LIMIT_BYTES}`);
if (size > LIMIT_BYTES) process.exitCode = 1;
