/** Who may import whom. Each rule answers with one sentence per violation; none means all is well. */
import type { Import } from './imports';

const SERVER_MODULE = /^server\/src\/modules\/([^/]+)\//;
const ADMIN_MODULE = /^admin\/src\/modules\/([^/]+)\//;
const SERVER = /^server\/src\//;
const PLATFORM = /^server\/src\/platform\//;
const ADMIN = /^admin\/src\//;
const TRACKER = /^tracker\/src\//;
const DOORS = /^(index|contract)\.tsx?$/;

const moduleIn = (pattern: RegExp, file: string): string | undefined => pattern.exec(file)?.[1];
const said = ({ from, line, to }: Import, why: string) => `${from}:${line} imports ${to}: ${why}`;

export const upwardImports = (imports: Import[], order: string[]): string[] =>
  crossings(imports, SERVER_MODULE)
    .filter(({ source, target }) => order.indexOf(target) > order.indexOf(source))
    .map(({ edge, source, target }) =>
      said(edge, `${target} comes after ${source} in modules/index.ts`)
    );

/** Of another module only `index.ts` and `contract.ts` may be seen. */
export const deepImports = (imports: Import[]): string[] =>
  [SERVER_MODULE, ADMIN_MODULE].flatMap((pattern) =>
    crossings(imports, pattern)
      .filter(({ edge }) => !DOORS.test(edge.to.replace(pattern, '')))
      .map(({ edge, target }) => said(edge, `go through the index.ts or contract.ts of ${target}`))
  );

export const unlistedModules = (files: Iterable<string>, order: string[]): string[] =>
  [...new Set([...files].flatMap((file) => moduleIn(SERVER_MODULE, file) ?? []))]
    .filter((name) => !order.includes(name))
    .map((name) => `server/src/modules/${name} is not in the list of modules/index.ts`);

/** `domains` is the order that the architecture gives; the list may leave some out. */
export const outOfOrder = (order: string[], domains: string[]): string[] => {
  const expected = domains.filter((name) => order.includes(name));
  return order.join() === expected.join()
    ? []
    : [`modules/index.ts lists ${order.join(', ')}; bottom up that is ${expected.join(', ')}`];
};

/** The admin's folders carry the server's names, so that a domain is found in both by one word. */
export const unknownAdminModules = (files: Iterable<string>, order: string[]): string[] =>
  [...new Set([...files].flatMap((file) => moduleIn(ADMIN_MODULE, file) ?? []))]
    .filter((name) => !order.includes(name))
    .map((name) => `admin/src/modules/${name} has no module of that name on the server`);

export const platformImports = (imports: Import[]): string[] =>
  imports
    .filter(({ from, to }) => PLATFORM.test(from) && !PLATFORM.test(to))
    .map((edge) => said(edge, 'the platform knows no domain'));

/** The admin and the server share shapes only: no server code may end up in the browser, or back. */
export const sharedCode = (imports: Import[]): string[] =>
  imports.flatMap((edge) => {
    const { from, to, typeOnly } = edge;
    if (ADMIN.test(from) && SERVER.test(to)) {
      if (!to.endsWith('/contract.ts')) return [said(edge, 'the admin sees contracts only')];
      return typeOnly ? [] : [said(edge, 'contracts are imported as types only')];
    }
    const strays =
      (SERVER.test(from) && !SERVER.test(to)) || (TRACKER.test(from) && !TRACKER.test(to));
    return strays ? [said(edge, 'server and tracker stand alone')] : [];
  });

/** What two admin modules share knows neither of them. */
export const sharedAdminImports = (imports: Import[]): string[] =>
  imports
    .filter(({ from, to }) => from.startsWith('admin/src/shared/') && ADMIN_MODULE.test(to))
    .map((edge) => said(edge, 'admin/src/shared serves the modules and knows none of them'));

/** Files that import each other in a ring, types included, each ring once. */
export const cycles = (imports: Import[]): string[] => {
  const targets = new Map<string, string[]>();
  for (const { from, to } of imports) targets.set(from, [...(targets.get(from) ?? []), to]);
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, trail: string[]): void => {
    const start = trail.indexOf(file);
    if (start >= 0) found.push([...trail.slice(start), file].join(' → '));
    if (start >= 0 || done.has(file)) return;
    for (const to of targets.get(file) ?? []) visit(to, [...trail, file]);
    done.add(file);
  };
  for (const file of targets.keys()) visit(file, []);
  return found;
};

interface Crossing {
  edge: Import;
  source: string;
  target: string;
}

/** Imports that lead from one module into another. */
const crossings = (imports: Import[], pattern: RegExp): Crossing[] =>
  imports.flatMap((edge) => {
    const source = moduleIn(pattern, edge.from);
    const target = moduleIn(pattern, edge.to);
    return source && target && source !== target ? [{ edge, source, target }] : [];
  });
