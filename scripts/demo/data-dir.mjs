/** The folder a demo keeps its things in, and what `--fresh` takes out of it. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { takeLock } from './lock.mjs';

/** What a demo makes. Anything else in the folder belongs to someone else and stays. */
const OWN = [
  ...['', '-journal', '-shm', '-wal'].map((suffix) => `playground.db${suffix}`),
  'login.json',
  'public',
  'secrets.json',
  'strapi.log',
];

/**
 * Makes the folder and claims it for this process, emptied of an earlier demo's things when asked.
 * @returns {{ release: () => void }}
 */
export const openDataDir = (folder, { fresh }) => {
  mkdirSync(folder, { recursive: true });
  const lock = takeLock(path.join(folder, 'demo.pid'));
  if (!lock.taken) {
    throw new Error(
      `Another demo (process ${lock.heldBy}) uses ${folder}. Stop it or choose another --data-dir.`
    );
  }
  if (fresh)
    for (const name of OWN) rmSync(path.join(folder, name), { recursive: true, force: true });
  return lock;
};

/** @returns {{ admin: { email: string, password: string }, apiToken: string }} */
export const readLogin = (folder) =>
  JSON.parse(readFileSync(path.join(folder, 'login.json'), 'utf8'));
