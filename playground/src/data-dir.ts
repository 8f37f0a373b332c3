/**
 * The folder that holds everything this app writes: database, uploads, secrets, the admin's login.
 * `CM_DATA_DIR` moves it; without it, it is `playground/data`, which git ignores.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';

export const dataDir = (): string =>
  path.resolve(process.env.CM_DATA_DIR ?? path.join(process.cwd(), 'data'));

export const inDataDir = (...parts: string[]): string => path.join(dataDir(), ...parts);

/** Strapi's public folder. The upload provider refuses to boot without its `uploads`. */
export const publicDir = (): string => {
  mkdirSync(inDataDir('public', 'uploads'), { recursive: true });
  return inDataDir('public');
};
