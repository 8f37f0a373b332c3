/** Runs a program with its output on screen as it comes, and keeps that output for whoever asks. */
import { spawn } from 'node:child_process';
import path from 'node:path';

export const ROOT = path.join(import.meta.dirname, '../..');

const HEARTBEAT_MILLISECONDS = 20_000;

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, quiet?: boolean, timeoutMilliseconds?: number }} options
 * `quiet` prints nothing.
 * @returns {Promise<{ ok: boolean, output: string, timedOut: boolean }>}
 */
export const runCommand = (command, args, options = {}) =>
  new Promise((resolve) => {
    const { env = {}, cwd = ROOT, quiet = false, timeoutMilliseconds } = options;
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...colours(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that what it started ends with it.
      detached: process.platform !== 'win32',
    });
    let output = '';
    let timedOut = false;
    const keep = (stream) => (chunk) => {
      output += chunk;
      if (!quiet) stream.write(chunk);
    };
    child.stdout.on('data', keep(process.stdout));
    child.stderr.on('data', keep(process.stderr));
    const stop = endGroup(child);
    const timer = timeoutMilliseconds
      ? setTimeout(() => {
          timedOut = true;
          stop();
        }, timeoutMilliseconds)
      : undefined;
    const finish = (ok) => {
      clearTimeout(timer);
      process.off('exit', stop);
      resolve({ ok: ok && !timedOut, output, timedOut });
    };
    process.on('exit', stop);
    child.on('error', (error) => {
      output += error.message;
      finish(false);
    });
    child.on('close', (code) => finish(code === 0));
  });

const colours = () => (process.stdout.isTTY ? { FORCE_COLOR: '1' } : {});

/** For what takes minutes: the program draws its own progress, and where it cannot, time is told. */
export const runInForeground = async (command, args, options = {}) => {
  if (process.stdout.isTTY) {
    const { env = {}, cwd = ROOT } = options;
    return new Promise((resolve) => {
      const child = spawn(command, args, {
        cwd,
        env: { ...process.env, ...env },
        stdio: ['ignore', 'inherit', 'inherit'],
      });
      child.on('error', () => resolve({ ok: false }));
      child.on('close', (code) => resolve({ ok: code === 0 }));
    });
  }
  const start = performance.now();
  const heartbeat = setInterval(() => {
    const seconds = Math.round((performance.now() - start) / 1_000);
    console.log(`  … ${command} ${args[0]} is at work (${seconds} s)`);
  }, HEARTBEAT_MILLISECONDS);
  return runCommand(command, args, options).finally(() => clearInterval(heartbeat));
};

const endGroup = (child) => () => {
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
};
