/** The parts of `npm run demo` that decide something. */
import { mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runModule } from '../../support/run-module';

const parse = (...argv: string[]) =>
  runModule(
    'scripts/demo/arguments.mjs',
    `return module.parseArguments(input, { from: '/home/ann', defaultDataDir: '/repo/data' })`,
    argv
  );

describe('the arguments of the demo', () => {
  it('has defaults for everything', async () => {
    expect(await parse()).toEqual({
      port: 1337,
      dataDir: '/repo/data',
      fresh: false,
      production: false,
      help: false,
    });
  });

  it('takes a relative data folder from where the person stands', async () => {
    expect(await parse('--data-dir', 'd', '--port=8080', '--fresh', '--production')).toMatchObject({
      port: 8080,
      dataDir: '/home/ann/d',
      fresh: true,
      production: true,
    });
  });

  it.each([
    [['--prot', '1'], "Unknown option '--prot'"],
    [['1337'], "Unexpected argument '1337'"],
    [['--port', 'abc'], '--port is "abc"; it must be a whole number from 1 to 65535'],
    [['--port', '0'], '--port is "0"'],
    [['--port', '70000'], '--port is "70000"'],
    [['--port'], "Option '--port <value>' argument missing"],
    [['--data-dir', ''], '--data-dir needs a folder'],
    [['--fresh=yes'], "Option '--fresh' does not take an argument"],
  ])('answers %j with a sentence', async (argv, sentence) => {
    await expect(parse(...argv)).rejects.toThrow(sentence);
  });
});

describe('what the demo keeps on disk', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'cm-demo-unit-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const takeTwice = (file: string) =>
    runModule(
      'scripts/demo/lock.mjs',
      `const take = () => module.takeLock(input).taken;
       return [take(), take()];`,
      file
    );

  it('is locked while a process lives', async () => {
    expect(await takeTwice(path.join(folder, 'lock'))).toEqual([true, false]);
  });

  it.each(['', 'not a number', '999999999'])(
    'is free again when the lock says %j',
    async (content) => {
      await writeFile(path.join(folder, 'lock'), content);
      expect(await takeTwice(path.join(folder, 'lock'))).toEqual([true, false]);
    }
  );

  it('is emptied of the demo’s own things only', async () => {
    const own = ['playground.db', 'playground.db-wal', 'login.json', 'secrets.json'];
    for (const name of [...own, 'notes.txt']) await writeFile(path.join(folder, name), 'x');
    await runModule(
      'scripts/demo/data-dir.mjs',
      `module.openDataDir(input, { fresh: true }).release();`,
      folder
    );
    expect(await readdir(folder)).toEqual(['notes.txt']);
  });
});

describe('the fingerprint of a build', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'cm-fingerprint-'));
    await writeFile(path.join(folder, 'a.txt'), 'a');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const fingerprint = () =>
    runModule('scripts/demo/fingerprint.mjs', `return module.fingerprint(input, ['.'])`, folder);

  it('stays the same while nothing changes', async () => {
    expect(await fingerprint()).toBe(await fingerprint());
  });

  it.each([
    ['a file changes', () => writeFile(path.join(folder, 'a.txt'), 'b')],
    ['a file appears', () => writeFile(path.join(folder, 'b.txt'), '')],
    ['a file goes', () => rm(path.join(folder, 'a.txt'))],
  ])('is another when %s', async (_change, change) => {
    const before = await fingerprint();
    await change();
    expect(await fingerprint()).not.toBe(before);
  });

  it('does not trip over a link that leads nowhere', async () => {
    await symlink('/nowhere/at/all', path.join(folder, 'link'));
    expect(await fingerprint()).toEqual(expect.any(String));
  });
});
