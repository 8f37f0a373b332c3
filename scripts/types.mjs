/** Type-checks every TypeScript project of the repository; exits 1 when any of them has an error. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '..');
/** The root project holds the tests, benchmarks and the playground's own TypeScript. */
const PROJECTS = ['server', 'admin', 'tracker', '.'];

const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc');

const failed = PROJECTS.filter((project) =>
  existsSync(path.join(ROOT, project, 'tsconfig.json'))
).filter((project) => {
  const config = path.join(project, 'tsconfig.json');
  console.log(`tsc --noEmit --project ${config}`);
  const { status } = spawnSync(process.execPath, [tsc, '--noEmit', '--project', config], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  return status !== 0;
});

process.exitCode = failed.length > 0 ? 1 : 0;
