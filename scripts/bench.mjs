/** `npm run bench [name…]`: bundles the benchmarks named (or all) and runs them one after the other. */
import { readdir } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { build } from 'esbuild';

const files = (await readdir('benchmarks')).filter((name) => name.endsWith('.ts'));
const all = files.map((name) => name.replace(/\.ts$/, '')).sort();
const wanted = process.argv.slice(2).length > 0 ? process.argv.slice(2) : all;
const unknown = wanted.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`No benchmark called ${unknown.join(', ')}; there are ${all.join(', ')}\n`);
  process.exit(2);
}

for (const name of wanted) {
  const outfile = path.resolve(`.tmp/bench/${name}.mjs`);
  await build({
    entryPoints: [`benchmarks/${name}.ts`],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  });
  const { default: run } = await import(pathToFileURL(outfile).href);
  await run();
}
