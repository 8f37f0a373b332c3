/** Which databases the integration tests run on, found out by making one with the tests' own harness. */
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ROOT } from '../setup/run-command.mjs';

const DATABASES = [
  { kind: 'sqlite', title: 'SQLite' },
  { kind: 'postgres', title: 'PostgreSQL', variable: 'TEST_POSTGRES_URL' },
  { kind: 'mysql', title: 'MariaDB', variable: 'TEST_MYSQL_URL' },
];

/**
 * @returns {Promise<{ kind: string, title: string, usable: boolean, reason: string, failure: boolean }[]>}
 * `failure`: it was named or required, and cannot be used. Throws when REQUIRE_DATABASES names
 * something that does not exist.
 */
export const probeDatabases = async () => {
  const required = requiredKinds();
  const createDatabase = await loadHarness();
  const probe = async ({ kind, title, variable }) => {
    const verdict = (usable, reason, failure = false) => ({ kind, title, usable, reason, failure });
    if (variable && !process.env[variable]) {
      return verdict(false, `${variable} not set`, required.includes(kind));
    }
    try {
      const database = await createDatabase(kind);
      await database.drop();
      return verdict(true, 'reachable');
    } catch (error) {
      const cause = error.message || error.code || String(error);
      return verdict(false, variable ? `${variable} is set, but: ${cause}` : cause, true);
    }
  };
  return Promise.all(DATABASES.map(probe));
};

const requiredKinds = () => {
  const kinds = (process.env.REQUIRE_DATABASES ?? '').split(',').map((kind) => kind.trim());
  const unknown = kinds.find((kind) => kind && DATABASES.every((known) => known.kind !== kind));
  if (!unknown) return kinds.filter(Boolean);
  const known = DATABASES.map(({ kind }) => kind).join(', ');
  throw new Error(`REQUIRE_DATABASES names "${unknown}"; it may name ${known}`);
};

/** The harness is TypeScript, and this script is not. */
const loadHarness = async () => {
  const require = createRequire(path.join(ROOT, 'package.json'));
  const folder = path.join(ROOT, 'node_modules/.cache/contact-management');
  const outfile = path.join(folder, 'databases.cjs');
  await mkdir(folder, { recursive: true });
  await require('esbuild').build({
    entryPoints: [path.join(ROOT, 'tests/support/databases.ts')],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  return require(outfile).createDatabase;
};
