/** Builds the plugin and the tracker, unless dist is newer than everything it is made of. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { ROOT, runCommand } from './run-command.mjs';

const MADE_OF = ['package.json', 'tsconfig.base.json', 'server', 'admin', 'tracker', 'scripts'];
const MADE = ['server/index.js', 'admin/index.mjs', 'admin/index.d.mts', 'tracker/t.js'];

export const ensureBuild = async () => {
  if (isBuilt()) return;
  console.log('Building the plugin');
  const { ok } = await runCommand('npm', ['run', 'build']);
  if (!ok) throw new Error('the build failed; its output above says why');
};

const isBuilt = () => {
  const made = MADE.map((file) => path.join(ROOT, 'dist', file));
  if (!made.every(existsSync)) return false;
  const oldest = Math.min(...made.map((file) => statSync(file).mtimeMs));
  return newestOf(MADE_OF.map((name) => path.join(ROOT, name))) < oldest;
};

const newestOf = (paths) =>
  Math.max(
    ...paths.map((file) => {
      const stat = statSync(file);
      if (!stat.isDirectory()) return stat.mtimeMs;
      const inside = readdirSync(file).filter((name) => name !== 'node_modules');
      return inside.length === 0 ? 0 : newestOf(inside.map((name) => path.join(file, name)));
    })
  );
