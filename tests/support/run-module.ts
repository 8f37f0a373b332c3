/** Runs code against one of the repository's ES modules, which Jest cannot load itself. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = path.join(__dirname, '../..');

/**
 * `code` is the body of an async function that is given the module's exports and `input`; what it
 * returns comes back through JSON. Rejects with what it printed when it throws.
 */
export const runModule = (file: string, code: string, input: unknown = null): Promise<unknown> => {
  const script = `
    const module = await import(${JSON.stringify(pathToFileURL(path.join(ROOT, file)).href)});
    const run = async (module, input) => { ${code} };
    console.log(JSON.stringify((await run(module, ${JSON.stringify(input)})) ?? null));`;
  return new Promise((resolve, reject) => {
    execFile(process.execPath, ['--input-type=module', '-e', script], (error, stdout, stderr) =>
      error ? reject(new Error(stderr)) : resolve(JSON.parse(stdout) as unknown)
    );
  });
};
