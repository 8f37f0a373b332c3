/**
 * Requests under way, so that a server that stops answers them all: Strapi cuts every connection as soon
 * as the plugins are done.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { now, SECOND, type Milliseconds } from '../../../platform/clock';

export interface Traffic {
  during<Answer>(request: () => Promise<Answer>): Promise<Answer>;
  /** The server stops: connections are not to be used again. */
  ending(): boolean;
  /** Resolves when nothing is under way and nothing new has come for a moment; gives up after a while. */
  end(): Promise<void>;
}

/** Long enough for what sits in the sockets to be read, and for the last answers to leave. */
const QUIET: Milliseconds = 100;
const PATIENCE: Milliseconds = 4 * SECOND;

export const createTraffic = (): Traffic => {
  let underWay = 0;
  let lastAt: Milliseconds = 0;
  let ending = false;
  const isQuiet = () => underWay === 0 && now() - lastAt >= QUIET;
  return {
    async during(request) {
      underWay += 1;
      try {
        return await request();
      } finally {
        underWay -= 1;
        lastAt = now();
      }
    },
    ending: () => ending,
    async end() {
      ending = true;
      const deadline = now() + PATIENCE;
      lastAt = now();
      while (!isQuiet() && now() < deadline) await sleep(QUIET / 4);
    },
  };
};
