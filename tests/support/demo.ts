/** `npm run demo` as a person or a script runs it: a process, its output, its exit code. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const SCRIPT = path.join(__dirname, '../../scripts/demo.mjs');

/** The line of JSON a demo prints when it can be used. */
export interface DemoAnswer {
  ready: true;
  url: string;
  admin: { email: string; password: string };
  apiToken: string;
  site: string;
}

export interface RunningDemo extends DemoAnswer {
  /** Sends the signal; answers the exit code, or null when the signal ended it at once. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Contact forms, logins and orders come from one address here. */
const ENV = { CM_TRACKING_RATE_LIMIT: 'off' };
type Variables = Record<string, string>;

const launch = (args: string[], cwd: string, env: Variables = {}) => {
  const child = spawn(process.execPath, [SCRIPT, ...args], {
    cwd,
    env: { ...process.env, ...ENV, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (printed.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (printed.stderr += chunk.toString()));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, printed, ended };
};

/** Resolves when the demo is ready; rejects with its output when it ends before that. */
export const startDemo = async (
  args: string[],
  cwd: string,
  env: Variables = {}
): Promise<RunningDemo> => {
  const { child, printed, ended } = launch(args, cwd, env);
  const answer = new Promise<DemoAnswer>((resolve) => {
    child.stdout.on('data', () => {
      const line = printed.stdout.split('\n').find((text) => text.startsWith('{"ready"'));
      if (line?.endsWith('}')) resolve(JSON.parse(line) as DemoAnswer);
    });
  });
  const failed = ended.then((code) => {
    throw new Error(`the demo ended with ${code}\n${printed.stdout}\n${printed.stderr}`);
  });
  const ready = await Promise.race([answer, failed]);
  failed.catch(() => undefined);
  return {
    ...ready,
    stop: (signal = 'SIGINT') => {
      child.kill(signal);
      return ended;
    },
  };
};

/** Runs a demo that is expected to end by itself. */
export const runDemo = async (args: string[], cwd: string) => {
  const { printed, ended } = launch(args, cwd);
  return { exitCode: await ended, ...printed };
};
