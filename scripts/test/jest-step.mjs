/** Runs one Jest project and reads its machine-readable result. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT, runCommand } from '../setup/run-command.mjs';

const MINUTE = 60_000;
/** Far above what a project takes: this ends a run that hangs, and names it. */
const LIMIT_MILLISECONDS = 20 * MINUTE;
/** Not what Jest says of a worker: it waits half a second, and a busy machine's worker takes longer. */
const LEAK = /Jest did not exit/;

/** @returns {Promise<{ passed: number, failed: number, problems: string[] }>} */
export const runJest = async ({ project, env = {}, workers }) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'cm-jest-'));
  const outputFile = path.join(folder, 'result.json');
  const { ok, output, timedOut } = await runCommand(
    process.execPath,
    [
      path.join(ROOT, 'node_modules/jest/bin/jest.js'),
      ...['--selectProjects', project],
      ...['--json', '--outputFile', outputFile],
      ...(workers ? ['--maxWorkers', String(workers)] : []),
    ],
    { env, timeoutMilliseconds: LIMIT_MILLISECONDS }
  );
  const result = await readResult(outputFile);
  await rm(folder, { recursive: true, force: true });
  const problems = [
    ...(result ? failuresOf(result) : ['Jest gave no result']),
    ...(timedOut ? [`not done after ${LIMIT_MILLISECONDS / MINUTE} minutes`] : []),
    ...(LEAK.test(output) ? ['something was left open: a server, a timer or a connection'] : []),
  ];
  if (!ok && problems.length === 0) problems.push('Jest failed; its output above says why');
  return { passed: result?.numPassedTests ?? 0, failed: problems.length, problems };
};

const readResult = async (file) => {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
};

/** Failed tests, files that could not run, and tests somebody left switched off. */
const failuresOf = ({ testResults }) =>
  testResults.flatMap(({ name, message, assertionResults }) => {
    const file = path.relative(ROOT, name);
    const of = (status, why) =>
      assertionResults
        .filter((test) => test.status === status)
        .map((test) => `${file}: ${test.fullName}${why}`);
    const found = [
      ...of('failed', ''),
      ...of('pending', ' (is switched off)'),
      ...of('todo', ' (is not written)'),
    ];
    const broken = assertionResults.length === 0;
    return broken ? [`${file} could not run: ${message.split('\n')[0]}`] : found;
  });
