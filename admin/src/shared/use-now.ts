/** The present, in steps of half a minute, with one timer for everything that tells "2 minutes ago". */
import { useSyncExternalStore } from 'react';

const STEP_MILLISECONDS = 30_000;

const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

const subscribe = (listener: () => void): (() => void) => {
  if (listeners.size === 0) {
    now = Date.now();
    timer = setInterval(tick, STEP_MILLISECONDS);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearInterval(timer);
  };
};

const tick = () => {
  now = Date.now();
  for (const listener of listeners) listener();
};

/** Milliseconds since the epoch. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now);
