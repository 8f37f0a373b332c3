/** `npm test` itself: what it must never call a success. */
import { execFile } from 'node:child_process';
import path from 'node:path';

const SCRIPTS = path.join(__dirname, '../../../scripts');
const CLOSED_PORT = 'postgres://postgres@127.0.0.1:1/postgres';

interface Answer {
  exitCode: number;
  stdout: string;
  stderr: string;
}

const node = (args: string[], env: Record<string, string> = {}): Promise<Answer> => {
  const { TEST_POSTGRES_URL, TEST_MYSQL_URL, REQUIRE_DATABASES, ...rest } = process.env;
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      args,
      { env: { ...rest, ...env } },
      (_error, stdout, stderr) => resolve({ exitCode: child.exitCode ?? -1, stdout, stderr })
    );
  });
};

const call = (file: string, expression: string, env?: Record<string, string>) => {
  const url = JSON.stringify(`file://${SCRIPTS}/test/${file}`);
  const code = `const module = await import(${url}); ${expression}`;
  return node(['--input-type=module', '-e', code], env);
};

describe('the test runner', () => {
  it('refuses a step that does not exist', async () => {
    const { exitCode, stderr } = await node([path.join(SCRIPTS, 'test.mjs'), 'untit']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('There is no step "untit"');
  });

  it.each([
    ['nothing was run', [], 1, '0 passed, 0 failed'],
    ['something failed', [{ passed: 3, failed: 1 }], 1, '3 passed, 1 failed'],
    [
      'all passed',
      [
        { passed: 3, failed: 0 },
        { passed: 4, failed: 0 },
      ],
      0,
      '7 passed, 0 failed',
    ],
  ])('closes with the sum when %s', async (_case, results, code, line) => {
    const expression = `process.exitCode = module.close(${JSON.stringify(results)});`;
    const { exitCode, stdout } = await call('results.mjs', expression);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(line);
    expect(exitCode).toBe(code);
  });
});

describe('the databases of a test run', () => {
  const probe = async (env: Record<string, string>) => {
    const expression = 'console.log(JSON.stringify(await module.probeDatabases()));';
    const { stdout, stderr, exitCode } = await call('databases.mjs', expression, env);
    if (exitCode !== 0) throw new Error(stderr);
    const verdicts = JSON.parse(stdout) as { kind: string; usable: boolean; failure: boolean }[];
    return Object.fromEntries(
      verdicts.map(({ kind, usable, failure }) => [kind, { usable, failure }])
    );
  };

  it('are SQLite unless a server is named', async () => {
    expect(await probe({})).toEqual({
      sqlite: { usable: true, failure: false },
      postgres: { usable: false, failure: false },
      mysql: { usable: false, failure: false },
    });
  });

  it('fail the run when a required one is not named', async () => {
    const { mysql } = await probe({ REQUIRE_DATABASES: 'sqlite,mysql' });
    expect(mysql).toEqual({ usable: false, failure: true });
  });

  it('fail the run when a named one does not answer', async () => {
    const { postgres } = await probe({ TEST_POSTGRES_URL: CLOSED_PORT });
    expect(postgres).toEqual({ usable: false, failure: true });
  });

  it('must be ones we know', async () => {
    await expect(probe({ REQUIRE_DATABASES: 'oracle' })).rejects.toThrow(
      'REQUIRE_DATABASES names "oracle"'
    );
  });
});
