/**
 * Checks the package as npm would publish it (after `npm run build`): what is in the tarball and how
 * big it is, that its bundles import nothing that an install would not bring, and what
 * `strapi-plugin verify`, publint and "are the types wrong" have to say. Exits 1 on any complaint.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';

const ROOT = path.join(import.meta.dirname, '..');
const KILOBYTE = 1_000;
const MAX_TARBALL_BYTES = 950 * KILOBYTE;
/** Our own code, not minified, takes 1,000 kB. More than this, and something that should have stayed external was bundled. */
const MAX_SERVER_BUNDLE_BYTES = 1_150 * KILOBYTE;
const EXPECTED = [
  /^package\.json$/,
  /^(README|CHANGELOG)\.md$/,
  /^LICENSE$/,
  /^strapi-(server|admin)\.js$/,
  /^dist\/(admin|server|tracker)\/.+\.(js|mjs|d\.ts|d\.mts)$/,
  /^dist\/tracker\/t\.js\.(gz|br)$/,
];
const REQUIRED = [
  'package.json',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'strapi-server.js',
  'strapi-admin.js',
  'dist/tracker/t.js',
];

const pkg = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
const complaints = [];
const check = (ok, complaint) => ok || complaints.push(complaint);

const run = (name, command, args) => {
  console.log(`\n# ${name}`);
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit' });
  check(status === 0, `${name} is not content`);
};
const bin = (name) => path.join(ROOT, 'node_modules/.bin', name);

const pack = (folder) => {
  const { stdout, status } = spawnSync('npm', ['pack', '--json', '--pack-destination', folder], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error('npm pack failed');
  const answer = JSON.parse(stdout);
  // An array of packages, or (newer npm) an object of them by name.
  return Object.values(answer)[0];
};

const checkContent = ({ files, size, unpackedSize }) => {
  console.log(`${files.length} files, ${size} bytes packed, ${unpackedSize} bytes unpacked`);
  const paths = files.map((file) => file.path);
  for (const file of paths) {
    check(
      EXPECTED.some((pattern) => pattern.test(file)),
      `${file} does not belong in the package`
    );
  }
  for (const file of REQUIRED) check(paths.includes(file), `${file} is missing from the package`);
  check(size <= MAX_TARBALL_BYTES, `the tarball is larger than ${MAX_TARBALL_BYTES} bytes`);
  const server = files.find((file) => file.path === 'dist/server/index.js');
  check(
    server && server.size <= MAX_SERVER_BUNDLE_BYTES,
    `the server bundle is larger than ${MAX_SERVER_BUNDLE_BYTES} bytes`
  );
};

const installed = new Set([
  ...Object.keys(pkg.dependencies),
  ...Object.keys(pkg.peerDependencies),
  ...builtinModules,
]);
const packageOf = (specifier) =>
  specifier
    .replace(/^node:/, '')
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

const checkImports = (file) => {
  const { importedFiles } = ts.preProcessFile(
    readFileSync(path.join(ROOT, file), 'utf8'),
    true,
    true
  );
  for (const { fileName } of importedFiles) {
    const ours = fileName.startsWith('.');
    check(
      ours || installed.has(packageOf(fileName)),
      `${file} needs ${fileName}, which is neither a dependency nor a peer dependency`
    );
  }
};

if (!existsSync(path.join(ROOT, 'dist/server/index.js'))) {
  console.error('There is no build to check: run `npm run build` first.');
  process.exit(1);
}
const folder = mkdtempSync(path.join(tmpdir(), 'cm-package-'));
try {
  console.log('# content');
  const packed = pack(folder);
  const tarball = path.join(folder, path.basename(packed.filename));
  checkContent(packed);
  packed.files
    .map((file) => file.path)
    .filter((file) => /^dist\/(admin|server)\/[^/]+\.m?js$/.test(file))
    .forEach(checkImports);
  run('strapi-plugin verify', bin('strapi-plugin'), ['verify']);
  run('publint', bin('publint'), [tarball, '--strict']);
  run('are the types wrong', bin('attw'), [tarball]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const complaint of complaints) console.error(`✗ ${complaint}`);
console.log(complaints.length === 0 ? '\nThe package is fine.' : '');
process.exitCode = complaints.length === 0 ? 0 : 1;
