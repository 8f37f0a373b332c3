/**
 * Work that follows a login or an order without holding it up: one after the other, outside of the
 * request and of its transaction, so that the site answers as fast, and as evenly, as it would without
 * the plugin. A failure is logged and stops nothing. What waits when the process is killed is lost.
 */
import { AsyncResource } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';

export interface Background {
  /** `what` names the work in the log, should it fail. */
  run(what: string, work: () => Promise<void>): void;
  /** Resolves when everything that was begun so far is done. */
  settled(): Promise<void>;
}

const outside = new AsyncResource('contact-management:background');

export const createBackground = (strapi: Core.Strapi): Background => {
  let last: Promise<void> = Promise.resolve();
  return {
    run: (what, work) =>
      outside.runInAsyncScope(() => {
        last = last.then(work).catch((error: unknown) => {
          strapi.log.error(`contact-management: could not record ${what}: ${String(error)}`);
        });
      }),
    settled: () => last,
  };
};
