/**
 * The request that is being answered for a visitor. What is read on its behalf through the document
 * service is chosen for that visitor; everything else is read as ever.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import type { IncomingMessage } from 'node:http';
import type { Split } from '../contract';
import { visitorOf, type Visitor } from '../visitor/visitor';

export interface Asking {
  request: IncomingMessage;
  /** What the request says who it is; null when it says nothing. */
  given: string | null;
  /** Read when it is needed first. */
  visitor(): Promise<Visitor>;
  /** Whether anything in the answer depends on who asks. */
  varies: boolean;
  /** Arms of splits that the visitor was given, by split. */
  exposures: Map<string, Split>;
}

export const createAsking = (
  strapi: Core.Strapi,
  request: IncomingMessage,
  given: string | null
): Asking => {
  let visitor: Promise<Visitor> | null = null;
  return {
    request,
    given,
    visitor: () => (visitor ??= visitorOf(strapi, given)),
    varies: false,
    exposures: new Map(),
  };
};

const storage = new AsyncLocalStorage<Asking | null>();

export const asked = (): Asking | null => storage.getStore() ?? null;

export const answering = <Result>(asking: Asking, work: () => Result): Result =>
  storage.run(asking, work);

/** For what is read to decide, and not to be answered. */
export const unasked = <Result>(work: () => Result): Result => storage.run(null, work);
