/**
 * Writes of logged collections wait while too much is waiting to be recorded. Not inside of a
 * transaction: what waits may need the very connection that the transaction holds.
 */
import type { Core } from '@strapi/strapi';
import type { Background } from './background';
import type { CheckedCollection } from './logged-collection';

export const waitForRoom = (
  strapi: Core.Strapi,
  collections: CheckedCollection[],
  background: Background
): void => {
  const uids = new Set(collections.map(({ uid }) => uid));
  const middleware = async ({ uid, action }: Write, next: () => Promise<unknown>) => {
    if (uids.has(uid) && WRITES.has(action) && !strapi.db.inTransaction()) await background.room();
    return next();
  };
  strapi.documents.use(middleware as unknown as Parameters<typeof strapi.documents.use>[0]);
};

const WRITES = new Set(['create', 'clone', 'update', 'publish']);

interface Write {
  uid: string;
  action: string;
}
