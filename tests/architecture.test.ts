/**
 * The layout and the direction of imports, checked on the real source; below it every rule is shown
 * to catch what it is there for, on made-up trees.
 */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import {
  cycles,
  deepImports,
  outOfOrder,
  platformImports,
  sharedAdminImports,
  sharedCode,
  unknownAdminModules,
  unlistedModules,
  upwardImports,
} from './support/architecture/boundaries';
import { importsOf } from './support/architecture/imports';
import { moduleOrder } from './support/architecture/module-order';
import {
  longFiles,
  namelessFiles,
  oddlyNamedFiles,
  strayRootEntries,
  uncheckedTypes,
} from './support/architecture/shape';
import { readSourceTree, treeOf } from './support/architecture/source-tree';

const ROOT = path.join(__dirname, '..');
const MAX_LINES = 300;
/** The domains of the architecture, bottom up; the server may not have all of them yet. */
const DOMAINS =
  `contacts accounts activities privacy identity tracking conditions groups scoring personalisation crm email
  campaigns automation analytics transfer webhooks`.split(/\s+/);
/** Longer files, each with its reason. */
const LONG_FILES: Record<string, string> = {};
const LAYOUT = new Set(
  `package.json package-lock.json tsconfig.json tsconfig.base.json eslint.config.mjs jest.config.js knip.json
  strapi-server.js strapi-admin.js README.md LICENSE CHANGELOG.md CONTRIBUTING.md
  server admin tracker tests playground benchmarks docs scripts
  .ci .github .gitignore .npmrc .prettierrc.json .prettierignore .editorconfig .gitattributes`.split(
    /\s+/
  )
);

const trackedRootEntries = (): string[] => {
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' });
  return [...new Set(files.split('\0').map((file) => file.split('/')[0] ?? ''))].filter(Boolean);
};

describe('the source', () => {
  const tree = readSourceTree(ROOT);
  const order = moduleOrder(tree);
  const { imports, unresolved } = importsOf(tree);

  it.each<[string, () => string[]]>([
    ['imports only files that exist', () => unresolved],
    ['lists every module', () => unlistedModules(tree.keys(), order)],
    ['lists the modules bottom up', () => outOfOrder(order, DOMAINS)],
    ['imports only modules above', () => upwardImports(imports, order)],
    ['enters a module by its index or contract', () => deepImports(imports)],
    ['has no import cycles', () => cycles(imports)],
    ['keeps the platform free of domains', () => platformImports(imports)],
    ['gives the admin contracts as types only', () => sharedCode(imports)],
    ['keeps what admin modules share free of them', () => sharedAdminImports(imports)],
    ['names admin modules like the server', () => unknownAdminModules(tree.keys(), DOMAINS)],
    ['names files after what they do', () => namelessFiles(tree.keys())],
    ['names files in one way', () => oddlyNamedFiles(tree.keys())],
    ['keeps files short', () => longFiles(tree, { maxLines: MAX_LINES, allowed: LONG_FILES })],
    ['switches the type checker off nowhere', () => uncheckedTypes(tree)],
    ['keeps the root tidy', () => strayRootEntries(trackedRootEntries(), LAYOUT)],
  ])('%s', (_rule, violations) => {
    expect(violations()).toEqual([]);
  });
});

describe('the rules', () => {
  const LIST = {
    'server/src/modules/index.ts': `
      import type { PluginModule } from '../platform/module';
      import { contactsModule } from './contacts';
      import { groupsModule } from './groups';
      export const modules: PluginModule[] = [contactsModule, groupsModule];`,
    'server/src/platform/module.ts': 'export interface PluginModule {}',
    'server/src/modules/contacts/index.ts': 'export const contactsModule = {};',
    'server/src/modules/contacts/contract.ts':
      'export const KINDS = []; export type Kind = string;',
    'server/src/modules/contacts/normalise.ts': 'export const normalise = 1;',
    'server/src/modules/groups/index.ts': 'export const groupsModule = {};',
  };
  const imports = (files: Record<string, string>) =>
    importsOf(treeOf({ ...LIST, ...files })).imports;
  const order = moduleOrder(treeOf(LIST));

  it('read the order of the modules from the list', () => {
    expect(order).toEqual(['contacts', 'groups']);
    expect(() => moduleOrder(treeOf({ 'server/src/modules/index.ts': 'export {}' }))).toThrow(
      'no array named "modules"'
    );
  });

  it('see every form an import can take', () => {
    const forms = [
      `import { a } from '../contacts';`,
      `import '../contacts';`,
      `import type { A } from '../contacts';`,
      `import { type A } from '../contacts';`,
      `export * from '../contacts';`,
      `export type { A } from '../contacts';`,
      `const a = import('../contacts');`,
      `const a = require('../contacts');`,
      `type A = import('../contacts').A;`,
      `declare module '../contacts' { interface A {} }`,
    ];
    const seen = imports({ 'server/src/modules/groups/forms.ts': forms.join('\n') }).filter(
      ({ from }) => from.endsWith('forms.ts')
    );
    expect(seen.map(({ line, typeOnly }) => [line, typeOnly])).toEqual([
      [1, false],
      [2, false],
      [3, true],
      [4, true],
      [5, false],
      [6, true],
      [7, false],
      [8, false],
      [9, true],
      [10, true],
    ]);
  });

  it('ignore imports in comments and strings', () => {
    const text = `// import { a } from './gone';\nconst a = "import { a } from './gone'";`;
    expect(importsOf(treeOf({ 'server/src/a.ts': text }))).toEqual({ imports: [], unresolved: [] });
  });

  it('catch an import that leads nowhere', () => {
    expect(importsOf(treeOf({ 'server/src/a.ts': `import './gone';` })).unresolved).toEqual([
      'server/src/a.ts:1 imports ./gone, which does not exist',
    ]);
  });

  it('catch a module that is not listed', () => {
    expect(unlistedModules(['server/src/modules/email/index.ts'], order)).toHaveLength(1);
    expect(unlistedModules(Object.keys(LIST), order)).toEqual([]);
  });

  it('catch a module in the wrong place of the list', () => {
    expect(outOfOrder(['groups', 'contacts'], DOMAINS)).toHaveLength(1);
    expect(outOfOrder(['contacts', 'leads'], DOMAINS)).toHaveLength(1);
    expect(outOfOrder(['contacts', 'groups'], DOMAINS)).toEqual([]);
  });

  it('catch an upward import, of a type too', () => {
    const upward = { 'server/src/modules/contacts/a.ts': `import type { G } from '../groups';` };
    const downward = { 'server/src/modules/groups/a.ts': `import { C } from '../contacts';` };
    expect(upwardImports(imports(upward), order)).toEqual([
      'server/src/modules/contacts/a.ts:1 imports server/src/modules/groups/index.ts: groups comes after contacts in modules/index.ts',
    ]);
    expect(upwardImports(imports(downward), order)).toEqual([]);
  });

  it('catch a deep import', () => {
    const from = (specifier: string) =>
      imports({ 'server/src/modules/groups/a.ts': `import '${specifier}';` });
    expect(deepImports(from('../contacts/normalise'))).toHaveLength(1);
    expect(deepImports(from('../contacts/contract'))).toEqual([]);
    expect(deepImports(from('../contacts'))).toEqual([]);
    const admin = imports({
      'admin/src/modules/groups/a.ts': `import '../contacts/pages/Card';`,
      'admin/src/modules/contacts/pages/Card.tsx': '',
    });
    expect(deepImports(admin)).toHaveLength(1);
  });

  it('catch a cycle, inside a module too', () => {
    const ring = imports({
      'server/src/modules/groups/a.ts': `import './b';`,
      'server/src/modules/groups/b.ts': `import './c';`,
      'server/src/modules/groups/c.ts': `import type { A } from './a';`,
    });
    expect(cycles(ring)).toEqual([
      ['a', 'b', 'c', 'a'].map((name) => `server/src/modules/groups/${name}.ts`).join(' → '),
    ]);
    expect(cycles(imports({}))).toEqual([]);
  });

  it('catch a platform that knows a domain', () => {
    const file = 'server/src/platform/a.ts';
    expect(platformImports(imports({ [file]: `import '../modules/contacts';` }))).toHaveLength(1);
    expect(platformImports(imports({ [file]: `import './module';` }))).toEqual([]);
  });

  it('catch server code in the admin, and the other way round', () => {
    const admin = (text: string) => sharedCode(imports({ 'admin/src/a.ts': text }));
    const contract = '../../server/src/modules/contacts/contract';
    expect(admin(`import { KINDS } from '${contract}';`)).toHaveLength(1);
    expect(admin(`import type { K } from '../../server/src/modules/contacts';`)).toHaveLength(1);
    expect(admin(`import type { Kind } from '${contract}';`)).toEqual([]);
    const server = imports({
      'server/src/a.ts': `import '../../admin/src/plugin-id';`,
      'admin/src/plugin-id.ts': '',
    });
    expect(sharedCode(server)).toHaveLength(1);
  });

  it('catch shared admin code that knows a module', () => {
    const files = {
      'admin/src/shared/table.tsx': `import '../modules/contacts';`,
      'admin/src/modules/contacts/index.ts': '',
    };
    expect(sharedAdminImports(imports(files))).toHaveLength(1);
  });

  it('catch an admin module that the server does not know', () => {
    expect(unknownAdminModules(['admin/src/modules/leads/a.ts'], order)).toHaveLength(1);
    expect(unknownAdminModules(['admin/src/modules/groups/a.ts'], order)).toEqual([]);
  });

  it('catch files without a proper name', () => {
    const nameless = ['server/src/utils.ts', 'admin/src/helpers/a.ts', 'server/src/a/common.ts'];
    expect(namelessFiles(nameless)).toHaveLength(nameless.length);
    expect(namelessFiles(['server/src/uncommon.ts'])).toEqual([]);
    expect(oddlyNamedFiles(['server/src/nextBoundary.ts', 'server/src/Card.tsx'])).toHaveLength(2);
    expect(oddlyNamedFiles(['server/src/next-boundary.ts', 'admin/src/Card.tsx'])).toEqual([]);
  });

  it('catch a long file, and a reason that is out of date', () => {
    const tree = treeOf({
      'server/src/a.ts': 'x\n'.repeat(11),
      'server/src/b.ts': 'x\n'.repeat(10),
    });
    expect(longFiles(tree, { maxLines: 10, allowed: {} })).toEqual([
      'server/src/a.ts has 11 lines; 10 is the limit',
    ]);
    expect(longFiles(tree, { maxLines: 10, allowed: { 'server/src/a.ts': 'why' } })).toEqual([]);
    expect(longFiles(tree, { maxLines: 99, allowed: { 'gone.ts': 'why' } })).toHaveLength(1);
  });

  it('catch any and non-null assertions outside the platform', () => {
    const text = 'const a: any = 1;\nconst b = list[0]!;\nconst many = !a && "any!";';
    expect(uncheckedTypes(treeOf({ 'server/src/a.ts': text }))).toEqual([
      'server/src/a.ts:1: any',
      'server/src/a.ts:2: !',
    ]);
    expect(uncheckedTypes(treeOf({ 'server/src/platform/a.ts': text }))).toEqual([]);
  });

  it('catch a stray file in the root', () => {
    expect(strayRootEntries(['server', 'notes.txt'], LAYOUT)).toEqual([
      'notes.txt is not part of the layout in ARCHITECTURE',
    ]);
  });
});
