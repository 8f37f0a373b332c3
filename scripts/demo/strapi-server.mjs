/** The playground's Strapi as a child process. What it prints goes to `strapi.log` in the data folder. */
import { spawn } from 'node:child_process';
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PLAYGROUND, STRAPI_CLI } from './build-playground.mjs';

const POLL_MILLISECONDS = 200;
const GRACE_MILLISECONDS = 15_000;
const LOG_LINES_SHOWN = 40;

/**
 * Starts Strapi in a process group of its own, so that a Ctrl-C in the terminal reaches the demo only.
 * The channel between the two lets the child notice that the demo is gone, however it went.
 * @returns {{ ready: Promise<void>, ended: Promise<number | string>, stop: () => Promise<void> }}
 *   `ready` rejects with the end of the log when Strapi ends before it answers.
 */
export const startStrapi = ({ url, dataDir, env }) => {
  const logFile = path.join(dataDir, 'strapi.log');
  const log = openSync(logFile, 'a');
  const logStart = fstatSync(log).size;
  const child = spawn(process.execPath, [STRAPI_CLI, 'start'], {
    cwd: PLAYGROUND,
    env: { ...process.env, ...env },
    stdio: ['ignore', log, log, 'ipc'],
    detached: process.platform !== 'win32',
  });
  closeSync(log);
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(signal ?? code));
  });
  return {
    ended,
    ready: becomeReady({ url, ended, describe: () => tail(logFile, logStart) }),
    stop: () => stop(child, ended),
  };
};

const becomeReady = async ({ url, ended, describe }) => {
  let over = false;
  void ended.finally(() => (over = true));
  while (!over) {
    const response = await fetch(`${url}/_health`).catch(() => null);
    if (response?.status === 204) return;
    await Promise.race([sleep(POLL_MILLISECONDS), ended]);
  }
  throw new Error(`Strapi ended while starting. The end of its log:\n\n${describe()}`);
};

const stop = async (child, ended) => {
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), GRACE_MILLISECONDS);
  await ended;
  clearTimeout(timer);
};

const tail = (file, from) =>
  readFileSync(file).subarray(from).toString().split('\n').slice(-LOG_LINES_SHOWN).join('\n');
