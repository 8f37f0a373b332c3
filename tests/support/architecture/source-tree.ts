/** The repository's own source as text, so that the rules run on it and on made-up trees alike. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Paths from the repository's root, with forward slashes, to the files' text. */
export type SourceTree = ReadonlyMap<string, string>;

const SOURCE_FOLDERS = ['server/src', 'admin/src', 'tracker/src'];

export const treeOf = (files: Record<string, string>): SourceTree => new Map(Object.entries(files));

export const readSourceTree = (root: string): SourceTree =>
  new Map(
    SOURCE_FOLDERS.filter((folder) => existsSync(path.join(root, folder))).flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
        .map((entry) => path.join(entry.parentPath, entry.name))
        .map((file): [string, string] => [
          path.relative(root, file).split(path.sep).join('/'),
          readFileSync(file, 'utf8'),
        ])
    )
  );
