/**
 * What `strapi-plugin build` leaves to do for a package whose types are right however it is loaded:
 * - the admin entry is an ES module and a CommonJS one, each with its own declarations beside it
 *   (one `types` for both would call the ES module CommonJS);
 * - Strapi loads the server with `require`, and the server finds files by `__dirname`, which an ES
 *   module does not have: the ES build that nothing names is removed.
 */
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';

const ROOT = path.join(import.meta.dirname, '..');
const ADMIN_ENTRY = path.join(ROOT, 'admin/src/index.ts');

/** The entry's declarations in one text. Throws when they would need other files of ours. */
const declarationsOf = (entry) => {
  const config = ts.getParsedCommandLineOfConfigFile(
    path.join(ROOT, 'admin/tsconfig.build.json'),
    { declaration: true, emitDeclarationOnly: true },
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (problem) => {
        throw new Error(ts.flattenDiagnosticMessageText(problem.messageText, '\n'));
      },
    }
  );
  const program = ts.createProgram([entry], config.options);
  let text = '';
  program.emit(program.getSourceFile(entry), (_file, emitted) => (text = emitted));
  if (!text) throw new Error(`TypeScript made no declarations of ${entry}`);
  if (/['"]\.{1,2}\//.test(text)) {
    throw new Error(
      `${entry} exports types of other files; give its default export a type of its own`
    );
  }
  return text;
};

const declarations = declarationsOf(ADMIN_ENTRY);
await writeFile(path.join(ROOT, 'dist/admin/index.d.ts'), declarations);
await writeFile(path.join(ROOT, 'dist/admin/index.d.mts'), declarations);
await rm(path.join(ROOT, 'dist/server/index.mjs'), { force: true });
