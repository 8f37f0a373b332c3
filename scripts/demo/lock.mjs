/**
 * Files that say which process is at work on something: one that installs or builds in this
 * repository, one that uses a data folder. A lock whose process has ended is taken over.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MILLISECONDS = 500;

/**
 * Takes the lock if it is free.
 * @returns {{ taken: true, release: () => void } | { taken: false, heldBy: number }}
 */
export const takeLock = (file) => {
  mkdirSync(path.dirname(file), { recursive: true });
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return { taken: true, release: () => rmSync(file, { force: true }) };
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const heldBy = Number(read(file));
  if (isAlive(heldBy)) return { taken: false, heldBy };
  rmSync(file, { force: true });
  return takeLock(file);
};

/** Waits until the lock is free, holds it while `work` runs. `onWait` is told once who holds it. */
export const withLock = async (file, { onWait }, work) => {
  let lock = takeLock(file);
  if (!lock.taken) onWait(lock.heldBy);
  while (!lock.taken) {
    await sleep(POLL_MILLISECONDS);
    lock = takeLock(file);
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
};

const read = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

/** An unreadable or half-written lock counts as nobody's. */
const isAlive = (pid) => {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};
