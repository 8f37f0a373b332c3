/**
 * The app's keys, made at random on the first start and kept in the data folder, so that nothing
 * secret is ever committed and sessions and tokens outlive a restart.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dataDir, inDataDir } from './data-dir';

export interface Secrets {
  appKeys: string[];
  adminJwtSecret: string;
  apiTokenSalt: string;
  transferTokenSalt: string;
  encryptionKey: string;
  jwtSecret: string;
}

const key = () => randomBytes(24).toString('base64');

const makeSecrets = (): Secrets => ({
  appKeys: [key(), key()],
  adminJwtSecret: key(),
  apiTokenSalt: key(),
  transferTokenSalt: key(),
  encryptionKey: key(),
  jwtSecret: key(),
});

/** Reads the keys, or makes them where there are none; readable by their owner only. */
export const secrets = (): Secrets => {
  const file = inDataDir('secrets.json');
  mkdirSync(dataDir(), { recursive: true });
  try {
    // `wx` fails when the file exists, so that two processes starting at once agree on one set.
    writeFileSync(file, JSON.stringify(makeSecrets(), null, 2), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
};
