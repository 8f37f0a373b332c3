/**
 * Where many people are active, a page is soon full: everybody's activities are gone through from the
 * newest on, by (type, time), the one index with times in it. The first stretch of time is a minute, and
 * each is four times as long as the one before it.
 */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { decodeNumbers } from '../../../platform/cursor';
import { MINUTE, now, type Milliseconds } from '../../../platform/clock';
import { aliased } from '../../../platform/sql/table';
import { accounts } from '../../accounts';
import { ACTIVITIES_TABLE } from '../contract';
import { narrowTimeline, NEWEST_FIRST } from '../timeline';
import { onlyShown, type AccountTimelineQuery, type FoundActivity } from './people';

const GROWTH = 4;

/** One more than the limit, if there are so many. */
export const findAmongMany = async (
  strapi: Core.Strapi,
  query: AccountTimelineQuery
): Promise<FoundActivity[]> => {
  const types = query.types ?? (await knownTypes(strapi));
  const wanted = query.limit + 1;
  const found: FoundActivity[] = [];
  let to = query.to;
  for (const from of stretchesBack(query)) {
    const stretch = { ...query, types, from, to };
    found.push(...(await findIn(strapi, stretch, wanted - found.length)));
    if (found.length >= wanted) break;
    to = from;
  }
  return found;
};

/** Where each stretch begins, the newest first; the last one begins where everything does. */
export function* stretchesBack({
  from: first,
  to,
  cursor,
}: Pick<AccountTimelineQuery, 'from' | 'to' | 'cursor'>): Generator<Milliseconds | undefined> {
  const end = Math.min(to ?? now(), cursor ? (decodeNumbers(cursor, 2)[0] ?? now()) : now());
  const earliest = first ?? 0;
  let length = MINUTE;
  for (let from = end - length; from > earliest; from -= length) {
    yield from;
    length *= GROWTH;
  }
  yield first;
}

const findIn = async (
  strapi: Core.Strapi,
  query: AccountTimelineQuery,
  limit: number
): Promise<FoundActivity[]> => {
  const theirs = accounts(strapi).membershipsOfOne(query, 'a.contact_id');
  const rows = narrowTimeline(aliased(strapi, { a: ACTIVITIES_TABLE }) as Knex.QueryBuilder, query)
    .whereExists(onlyShown(theirs, query).select(strapi.db.connection.raw('1')))
    .orderBy(NEWEST_FIRST)
    .limit(limit)
    .select('a.id', 'a.occurred_at');
  return (await rows) as FoundActivity[];
};

/** Every type that is stored, also those that are in no registry any more, by one look each. */
const knownTypes = async (strapi: Core.Strapi): Promise<string[]> => {
  const { connection } = strapi.db;
  const next = connection.raw(
    `(select min(a.type) from ${ACTIVITIES_TABLE} a where a.type > types.type)`
  );
  const found: Knex.QueryBuilder = connection
    .withRecursive('types', ['type'], (query) => {
      void query.unionAll([
        aliased(strapi, { f: ACTIVITIES_TABLE }).min('f.type'),
        connection.from('types').whereNotNull('types.type').select(next),
      ]);
    })
    .from('types')
    .whereNotNull('type')
    .pluck('type');
  return (await found) as string[];
};
