/** A hash over the names and contents of files and folders, to tell whether a build is still good. */
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** Inside a folder; an entry that is asked for by name always counts. */
const IGNORED = new Set(['node_modules', 'dist', '.DS_Store']);

/** What does not exist counts as empty, so that it changes the hash when it appears. */
export const fingerprint = async (root, entries) => {
  const files = (await Promise.all(entries.map((entry) => listFiles(root, entry)))).flat().sort();
  const hash = createHash('sha256');
  for (const file of files) {
    hash
      .update(`${file}\0`)
      .update(await readFile(path.join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
};

const listFiles = async (root, entry) => {
  const found = await stat(path.join(root, entry)).catch(() => null);
  if (!found) return [];
  if (found.isFile()) return [entry];
  const names = (await readdir(path.join(root, entry))).filter((name) => !IGNORED.has(name));
  return (await Promise.all(names.map((name) => listFiles(root, path.join(entry, name))))).flat();
};
