/** How files are named, how long they are and what they may not contain. */
import path from 'node:path';
import ts from 'typescript';
import { lineOf, nodesOf, parse } from './imports';
import type { SourceTree } from './source-tree';

const NAMELESS = /(^|\/)(utils?|helpers?|common|misc)(\.tsx?|\/)/;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.tsx?$/;
const COMPONENT = /^[A-Z][A-Za-z0-9]*(\.[a-z]+)*\.tsx$/;

/** A file called "utils" says nothing about what it holds, and so comes to hold everything. */
export const namelessFiles = (files: Iterable<string>): string[] =>
  [...files]
    .filter((file) => NAMELESS.test(file))
    .map((file) => `${file}: name the file after what it does`);

export const oddlyNamedFiles = (files: Iterable<string>): string[] =>
  [...files]
    .filter((file) => {
      const name = path.posix.basename(file);
      return !KEBAB.test(name) && !(file.startsWith('admin/') && COMPONENT.test(name));
    })
    .map((file) => `${file}: files are kebab-case, React components PascalCase`);

/** `allowed` gives the reason for each file that may be longer. */
export const longFiles = (
  tree: SourceTree,
  { maxLines, allowed }: { maxLines: number; allowed: Record<string, string> }
): string[] => [
  ...[...tree]
    .map(([file, text]) => ({ file, lines: text.trimEnd().split('\n').length }))
    .filter(({ file, lines }) => lines > maxLines && !(file in allowed))
    .map(({ file, lines }) => `${file} has ${lines} lines; ${maxLines} is the limit`),
  ...Object.keys(allowed)
    .filter((file) => !tree.has(file))
    .map((file) => `${file} may be long, but does not exist any more`),
];

/** `any` and `!` switch the type checker off; casts live in the platform. */
export const uncheckedTypes = (tree: SourceTree): string[] =>
  [...tree]
    .filter(([file]) => !file.startsWith('server/src/platform/'))
    .flatMap(([file, text]) => {
      const source = parse(file, text);
      return nodesOf(source).flatMap((node) => {
        if (node.kind === ts.SyntaxKind.AnyKeyword) return [`${file}:${lineOf(source, node)}: any`];
        if (ts.isNonNullExpression(node)) return [`${file}:${lineOf(source, node)}: !`];
        return [];
      });
    });

/** What lies in the root that is neither part of the layout nor made by a tool. */
export const strayRootEntries = (entries: string[], layout: ReadonlySet<string>): string[] =>
  entries
    .filter((entry) => !layout.has(entry))
    .map((entry) => `${entry} is not part of the layout in ARCHITECTURE`);
