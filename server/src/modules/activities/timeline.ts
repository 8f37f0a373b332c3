/** The timeline: newest first, keyset paging on (occurred_at, id), so page 2,000 costs what page 1 does. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { decodeNumbers, encodeCursor } from '../../platform/cursor';
import { inTable } from '../../platform/sql/table';
import { toView } from './activity-row';
import {
  ACTIVITIES_TABLE,
  type ActivityPage,
  type TimelineFilter,
  type TimelineQuery,
} from './contract';
import type { StoredActivityRow } from './tables';

export const NEWEST_FIRST = [
  { column: 'occurred_at', order: 'desc' },
  { column: 'id', order: 'desc' },
];

/** Of the activities that `query` reads, those that match and lie behind the cursor. */
export const narrowTimeline = <Query extends Knex.QueryBuilder>(
  query: Query,
  { types, from, to, cursor }: Omit<TimelineFilter, 'limit'>
): Query => {
  if (types) void query.whereIn('type', types);
  if (from !== undefined) void query.where('occurred_at', '>=', from);
  if (to !== undefined) void query.where('occurred_at', '<', to);
  if (cursor) {
    const [at = 0, id = 0] = decodeNumbers(cursor, 2);
    void query.where('occurred_at', '<=', at).where((older) => {
      void older.where('occurred_at', '<', at).orWhere('id', '<', id);
    });
  }
  return query;
};

/** `rows` holds one more than the limit if there are more. */
export const toPage = <Row extends Pick<StoredActivityRow, 'id' | 'occurred_at'>>(
  rows: Row[],
  limit: number
): { rows: Row[]; meta: ActivityPage['meta'] } => {
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    rows: page,
    meta: { nextCursor: last ? encodeCursor([Number(last.occurred_at), Number(last.id)]) : null },
  };
};

export const readTimeline = async (
  strapi: Core.Strapi,
  { contactId, ...filter }: TimelineQuery
): Promise<ActivityPage> => {
  const query = inTable(strapi, ACTIVITIES_TABLE)
    .where('contact_id', contactId)
    .orderBy(NEWEST_FIRST)
    .limit(filter.limit + 1);
  const found = (await narrowTimeline(query, filter)) as unknown as StoredActivityRow[];
  const { rows, meta } = toPage(found, filter.limit);
  return { data: rows.map(toView), meta };
};
