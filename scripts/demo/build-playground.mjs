/**
 * Builds the playground: its TypeScript and the admin, which contains the plugin's screens. That takes
 * the better part of a minute, so it is skipped when neither what goes in nor what came out has changed.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT, runInForeground } from '../setup/run-command.mjs';
import { fingerprint } from './fingerprint.mjs';

/** Also where the command line is found: npm puts a workspace's dependencies here. */
export const STRAPI_CLI = path.join(ROOT, 'node_modules', '@strapi', 'strapi', 'bin', 'strapi.js');
export const PLAYGROUND = path.join(ROOT, 'playground');

const SOURCES = [
  'package-lock.json',
  'dist/admin',
  ...['config', 'src', 'package.json', 'tsconfig.json'].map((name) => `playground/${name}`),
];
const OUTPUT = 'playground/dist';
const STAMP = path.join(ROOT, '.tmp', 'demo', 'playground.stamp');

/** `env` is what the playground's configuration reads. Expects the plugin to be built. */
export const ensurePlaygroundBuild = async (env) => {
  const sources = await fingerprint(ROOT, SOURCES);
  const stamp = async () => `${sources} ${await fingerprint(ROOT, [OUTPUT])}`;
  const former = await readFile(STAMP, 'utf8').catch(() => '');
  if (former === (await stamp())) return;
  console.log('Building the playground and its admin (about a minute)');
  const { ok } = await runInForeground(process.execPath, [STRAPI_CLI, 'build'], {
    cwd: PLAYGROUND,
    env,
  });
  if (!ok) throw new Error('The playground could not be built; the output above says why.');
  await mkdir(path.dirname(STAMP), { recursive: true });
  await writeFile(STAMP, await stamp());
};
