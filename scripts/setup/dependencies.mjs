/**
 * Brings node_modules to what package-lock.json says, and makes sure that better-sqlite3 has its
 * binary: npm 11.16 and later hold back install scripts unless they are allowed.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, runCommand, runInForeground } from './run-command.mjs';

export const ensureDependencies = async () => {
  const missing = missingPackages();
  if (missing.length > 0) {
    console.log(`Installing dependencies (${missing.length} missing or stale, e.g. ${missing[0]})`);
    await install();
  }
  await ensureSqlite();
};

/**
 * Not `npm ci`: it refuses a lock file that lacks optional packages of other platforms, which is what
 * npm writes (https://github.com/npm/cli/issues/4828).
 */
const install = async () => {
  const { ok } = await runInForeground('npm', [
    'install',
    '--include=dev',
    '--no-audit',
    '--no-fund',
  ]);
  if (!ok) throw new Error('npm install failed; its output above says why');
};

const readLock = (file) => {
  if (!existsSync(file)) return {};
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
};

/** Packages of the lock file that are not installed in that version; optional ones may be absent. */
const missingPackages = () => {
  const wanted = readLock(path.join(ROOT, 'package-lock.json'));
  const installed = readLock(path.join(ROOT, 'node_modules/.package-lock.json'));
  return Object.keys(wanted).filter((name) => {
    const { version, optional, link } = wanted[name];
    if (!name.includes('node_modules/') || link) return false;
    return installed[name] ? installed[name].version !== version : !optional;
  });
};

const OPEN_A_DATABASE = "new (require('better-sqlite3'))(':memory:').close()";
const sqliteWorks = async () =>
  (await runCommand(process.execPath, ['-e', OPEN_A_DATABASE], { quiet: true })).ok;

const ensureSqlite = async () => {
  if (await sqliteWorks()) return;
  console.log('better-sqlite3 has no binary for this Node: running its install script');
  const cwd = path.join(ROOT, 'node_modules/better-sqlite3');
  await runInForeground('npm', ['run', 'install', '--foreground-scripts'], { cwd });
  if (await sqliteWorks()) return;
  throw new Error(
    'better-sqlite3 has no binary and could not be built: it needs Python 3, make and a C++ compiler'
  );
};
