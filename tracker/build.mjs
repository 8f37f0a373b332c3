/**
 * Builds the tracker into dist/tracker: the script tag's t.js (also compressed, for a server that
 * sends it as it is) and the module with its types, for `import` and for `require`. Runs after
 * `strapi-plugin build`, whose own bundle of the module this replaces.
 */
import { execFileSync } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { minify } from 'terser';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const out = (file) => here(`../dist/tracker/${file}`);

/** Properties that no page, browser or server ever sees; short names for them save 50 bytes. */
const PRIVATE = /^(settles|text)$/;

/** Names in the order in which English, and so the code, uses letters: they compress better. */
const LETTERS = 'etrnaoslicdmhfpuygbwvkxqjzETRNAOSLICDMHFPUYGBWVKXQJZ_$';
const nameOf = (index) =>
  index < LETTERS.length
    ? LETTERS[index]
    : LETTERS[index % LETTERS.length] + nameOf(index - LETTERS.length);

const bundle = async (entry, options) => {
  const result = await build({
    entryPoints: [here(`src/${entry}`)],
    bundle: true,
    target: 'es2021',
    minifySyntax: true,
    tsconfigRaw: {},
    write: false,
    ...options,
  });
  return result.outputFiles[0].text;
};

const squeeze = async (code) => {
  const compressed = await minify(code, {
    ecma: 2020,
    compress: { passes: 3, unsafe: true, keep_fargs: false, collapse_vars: false },
    mangle: false,
  });
  const named = await minify(compressed.code, {
    ecma: 2020,
    compress: false,
    mangle: { nth_identifier: { get: nameOf } },
  });
  return named.code;
};

const writeScript = async () => {
  const code = await squeeze(
    await bundle('script.ts', {
      format: 'iife',
      mangleProps: PRIVATE,
      define: { CAN_STOP: 'false' },
    })
  );
  await writeFile(out('t.js'), code);
  await writeFile(out('t.js.gz'), gzipSync(code, { level: 9 }));
  await writeFile(out('t.js.br'), brotliCompressSync(code));
};

/** Of all declarations emitted, the public ones are these two. */
const writeTypes = async () => {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', here('tsconfig.build.json')], { stdio: 'inherit' });
  for (const name of ['index', 'types']) {
    const declarations = await readFile(out(`emitted/${name}.d.ts`), 'utf8');
    await writeFile(out(`${name}.d.ts`), declarations);
    await writeFile(out(`${name}.d.mts`), declarations.replaceAll("'./types'", "'./types.mjs'"));
  }
  await rm(out('emitted'), { recursive: true });
};

await rm(out(''), { recursive: true, force: true });
await mkdir(out(''), { recursive: true });
await writeScript();
const forSites = { define: { CAN_STOP: 'true' } };
await writeFile(out('index.mjs'), await bundle('index.ts', { format: 'esm', ...forSites }));
await writeFile(out('index.js'), await bundle('index.ts', { format: 'cjs', ...forSites }));
await writeTypes();
console.log(`dist/tracker/t.js: ${(await readFile(out('t.js.gz'))).length} bytes gzip`);
