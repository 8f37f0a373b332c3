/**
 * Work that follows a login or an order without holding it up: one after the other, outside of the
 * request and of its transaction, so that the site answers as fast, and as evenly, as it would without
 * the plugin. A failure is logged and stops nothing. What waits when the process is killed is lost, and
 * so what may wait is bounded: an import that writes faster than is recorded waits for room.
 */
import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';

export interface Background {
  /** `what` names the work in the log, should it fail. */
  run(what: string, work: () => Promise<void>): void;
  /** Resolves when fewer than the most wait; to be awaited before more of it is made. */
  room(): Promise<void>;
  /** Resolves when everything that was begun so far is done. */
  settled(): Promise<void>;
}

const MOST_WAITING = 10_000;

const outside = new AsyncResource('contact-management:background');

export const createBackground = (strapi: Core.Strapi): Background => {
  /** Work that waited for room would wait for itself. */
  const insideOfWork = new AsyncLocalStorage<true>();
  let last: Promise<void> = Promise.resolve();
  let waiting = 0;
  const wanting: (() => void)[] = [];

  const done = () => {
    waiting -= 1;
    if (waiting < MOST_WAITING)
      wanting.splice(0).forEach((goOn) => {
        goOn();
      });
  };
  return {
    run: (what, work) =>
      outside.runInAsyncScope(() => {
        waiting += 1;
        last = last
          .then(() => insideOfWork.run(true, work))
          .catch((error: unknown) => {
            strapi.log.error(`contact-management: could not record ${what}: ${String(error)}`);
          })
          .then(done);
      }),
    room: async () => {
      while (waiting >= MOST_WAITING && !insideOfWork.getStore()) {
        await new Promise<void>((resolve) => {
          wanting.push(resolve);
        });
      }
    },
    settled: () => last,
  };
};
