/**
 * A Strapi app outside the repository with the packed plugin in it, built for production. Making one
 * takes about a minute, so it is kept in the system's temporary folder and made again only when the
 * package changes. Every start has a database of its own, so tests may share the app.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const ROOT = path.join(__dirname, '../..');
const TEMPLATE = path.join(__dirname, 'fresh-app');
const PACKAGE = 'strapi-plugin-contact-management';
const FOLDER = path.join('src/plugins', PACKAGE);
const OUTPUT_BYTES = 50_000_000;

/** `package`: installed from the tarball by npm. `folder`: unpacked into the app, found by `resolve`. */
export type Installation = 'package' | 'folder';

export interface FreshApp {
  dir: string;
  /** What Strapi must be started with for the app to find the plugin. */
  env: Record<string, string>;
}

/** Throws with the output of the command that failed. */
export const freshApp = async (installation: Installation): Promise<FreshApp> => {
  const home = path.join(tmpdir(), `cm-fresh-app-${shortHash(ROOT)}`);
  const dir = path.join(home, installation);
  const env = installation === 'folder' ? { PLUGIN_RESOLVE: `./${FOLDER}` } : undefined;
  await mkdir(home, { recursive: true });
  const tarball = await pack(home);
  const stamp = path.join(dir, '.made-from');
  const madeFrom = await fingerprint(tarball);
  if ((await read(stamp)) !== madeFrom) {
    await rm(dir, { recursive: true, force: true });
    await cp(TEMPLATE, dir, { recursive: true });
    await installers[installation](dir, tarball);
    await strapiBuild(dir, env ?? {});
    await writeFile(stamp, madeFrom);
  }
  return { dir, env: env ?? {} };
};

/** What an install of the package would bring, as npm packs it. */
const pack = async (home: string): Promise<string> => {
  const { stdout } = await run('npm', ['pack', '--silent', '--pack-destination', home], {
    cwd: ROOT,
  });
  return path.join(home, stdout.trim());
};

/**
 * By a real `npm install`, which throws out everything that neither the app nor the plugin asks for.
 * It starts from a copy of the repository's node_modules instead of the network: seconds for minutes.
 */
const installPackage = async (dir: string, tarball: string): Promise<void> => {
  await copyNodeModules(path.join(ROOT, 'node_modules'), dir);
  const quietly = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel', 'error'];
  await run('npm', ['install', ...quietly, tarball], { cwd: dir, maxBuffer: OUTPUT_BYTES });
};

/** As a site does that keeps the plugin in its own repository, with the plugin's dependencies. */
const installFolder = async (dir: string, tarball: string): Promise<void> => {
  await installPackage(dir, tarball);
  await mkdir(path.join(dir, 'src/plugins'), { recursive: true });
  await run('mv', [path.join(dir, 'node_modules', PACKAGE), path.join(dir, FOLDER)]);
  await cp(path.join(TEMPLATE, 'package.json'), path.join(dir, 'package.json'));
};

const installers: Record<Installation, (dir: string, tarball: string) => Promise<void>> = {
  package: installPackage,
  folder: installFolder,
};

/** Hard links where the file system has them. The repository's own workspaces stay behind. */
const copyNodeModules = async (from: string, dir: string): Promise<void> => {
  const to = path.join(dir, 'node_modules');
  await run('cp', ['-al', from, to]).catch(async () => {
    await rm(to, { recursive: true, force: true });
    await run('cp', ['-a', from, to]);
  });
  for (const name of [PACKAGE, 'contact-management-playground', '.cache', '.strapi']) {
    await rm(path.join(to, name), { recursive: true, force: true });
  }
};

const strapiBuild = (dir: string, env: Record<string, string>) =>
  run(process.execPath, [strapiCli(dir), 'build'], {
    cwd: dir,
    env: { ...process.env, ...env, NODE_ENV: 'production', PORT: '0' },
    maxBuffer: OUTPUT_BYTES,
  });

export const strapiCli = (dir: string): string =>
  path.join(dir, 'node_modules/@strapi/strapi/bin/strapi.js');

const fingerprint = async (tarball: string): Promise<string> => {
  const { stdout } = await run('tar', ['-xzOf', tarball], {
    encoding: 'buffer',
    maxBuffer: OUTPUT_BYTES,
  });
  return createHash('sha256').update(stdout).digest('hex');
};

const shortHash = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 12);

const read = (file: string): Promise<string | undefined> =>
  readFile(file, 'utf8').catch(() => undefined);
