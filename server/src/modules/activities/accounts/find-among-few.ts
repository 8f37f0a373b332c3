/**
 * A page of `limit` activities is among those of the `limit` contacts who were active last. So these are
 * found first, by one look into the index for each contact, and then the last activities of each.
 */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { aliased } from '../../../platform/sql/table';
import { ACTIVITIES_TABLE } from '../contract';
import { narrowTimeline, NEWEST_FIRST } from '../timeline';
import { activeMemberships, type AccountTimelineQuery, type FoundActivity } from './people';

interface LastActive {
  contact_id: number;
  newest: number | string;
}

/** One more than the limit, if there are so many. */
export const findAmongFew = async (
  strapi: Core.Strapi,
  query: AccountTimelineQuery
): Promise<FoundActivity[]> => {
  const people = await findLastActive(strapi, query);
  if (people.length === 0) return [];
  // If as many as fill the page did something since, what is older does not come on it.
  const from = people.length > query.limit ? Number(people.at(-1)?.newest) : query.from;
  const found: Knex.QueryBuilder = strapi.db.connection
    .from(lastOfEach(strapi, people, { ...query, from }).as('found'))
    .orderBy(NEWEST_FIRST)
    .limit(query.limit + 1);
  return (await found) as FoundActivity[];
};

const findLastActive = async (
  strapi: Core.Strapi,
  query: AccountTimelineQuery
): Promise<LastActive[]> => {
  const { connection } = strapi.db;
  const newest = newestFirst(strapi, query)
    .whereRaw('a.contact_id = p.contact_id')
    .select('a.occurred_at')
    .limit(1);
  const each = connection
    .from(activeMemberships(strapi, query).distinct('m.contact_id').as('p'))
    .select('p.contact_id', newest.as('newest'));
  const found: Knex.QueryBuilder = connection
    .from(each.as('each'))
    .whereNotNull('newest')
    .orderBy('newest', 'desc')
    .limit(query.limit + 1);
  return (await found) as LastActive[];
};

/** One short walk through the index for each of them; MariaDB and SQLite have no `lateral`. */
const lastOfEach = (
  strapi: Core.Strapi,
  people: LastActive[],
  query: AccountTimelineQuery
): Knex.QueryBuilder => {
  const { connection } = strapi.db;
  const parts = people.map(({ contact_id }, at) =>
    connection
      .from(
        newestFirst(strapi, query)
          .where('a.contact_id', contact_id)
          .select('a.id', 'a.occurred_at')
          .limit(query.limit + 1)
          .as(`of_${at}`)
      )
      .select('id', 'occurred_at')
  );
  const [first, ...others] = parts;
  return first ? first.unionAll(others) : connection.from(ACTIVITIES_TABLE);
};

const newestFirst = (strapi: Core.Strapi, query: AccountTimelineQuery): Knex.QueryBuilder =>
  narrowTimeline(aliased(strapi, { a: ACTIVITIES_TABLE }) as Knex.QueryBuilder, query).orderBy(
    NEWEST_FIRST
  );
