/**
 * Entries that are not for the visitor are left out by the query itself, so that pages are full and
 * totals right. Strapi's filters know no subqueries, its database layer does: between the two, the
 * condition travels beside the call.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

export interface Narrowing {
  uid: string;
  /** Row numbers of entries that are left out. */
  without: Knex.QueryBuilder | null;
  /** Row numbers of the only entries that are let in. */
  only: Knex.QueryBuilder | null;
}

const storage = new AsyncLocalStorage<Narrowing | null>();

/** The first query over the content type inside of `work` is narrowed. */
export const narrowed = <Result>(narrowing: Narrowing, work: () => Result): Result =>
  storage.run({ ...narrowing }, work);

interface QueryEvent {
  model: { uid: string };
  params: { where?: object };
}

export const narrowQueries = (strapi: Core.Strapi): void => {
  const narrow = ({ model, params }: QueryEvent) => {
    const narrowing = storage.getStore();
    if (!narrowing || narrowing.uid !== model.uid) return;
    const { without, only } = narrowing;
    narrowing.uid = '';
    params.where = {
      $and: [
        params.where ?? {},
        ...(without ? [{ id: { $notIn: without } }] : []),
        ...(only ? [{ id: { $in: only } }] : []),
      ],
    };
  };
  strapi.db.lifecycles.subscribe({
    beforeFindMany: narrow,
    beforeFindOne: narrow,
    beforeCount: narrow,
  });
};
