/** The timeline: newest first, keyset paging on (occurred_at, id), so page 2,000 costs what page 1 does. */
import type { Core } from '@strapi/strapi';
import { decodeNumbers, encodeCursor } from '../../platform/cursor';
import { inTable } from '../../platform/sql/table';
import { toView } from './activity-row';
import { ACTIVITIES_TABLE, type ActivityPage, type TimelineQuery } from './contract';
import type { StoredActivityRow } from './tables';

export const readTimeline = async (
  strapi: Core.Strapi,
  { contactId, types, from, to, cursor, limit }: TimelineQuery
): Promise<ActivityPage> => {
  const query = inTable(strapi, ACTIVITIES_TABLE)
    .where('contact_id', contactId)
    .orderBy([
      { column: 'occurred_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit + 1);
  if (types) void query.whereIn('type', types);
  if (from !== undefined) void query.where('occurred_at', '>=', from);
  if (to !== undefined) void query.where('occurred_at', '<', to);
  if (cursor) {
    const [at = 0, id = 0] = decodeNumbers(cursor, 2);
    void query.where('occurred_at', '<=', at).where((older) => {
      void older.where('occurred_at', '<', at).orWhere('id', '<', id);
    });
  }
  const rows = (await query) as unknown as StoredActivityRow[];
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    data: page.map(toView),
    meta: { nextCursor: last ? encodeCursor([Number(last.occurred_at), Number(last.id)]) : null },
  };
};
