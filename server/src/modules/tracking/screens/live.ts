/** Visitors on the site now, in one statement. */
import type { Core } from '@strapi/strapi';
import { MINUTE, type Milliseconds } from '../../../platform/clock';
import { ACTIVITIES_TABLE, activityTypes } from '../../activities';
import { CONTACTS_TABLE, contacts, type ContactKind, type ContactState } from '../../contacts';
import { SESSIONS_TABLE, VISITORS_TABLE } from '../../identity';
import type { LiveView, LiveVisitor } from '../contract';

const NOW_MEANS: Milliseconds = 5 * MINUTE;
const MOST_VISITORS = 100;

export const readLive = async (strapi: Core.Strapi, now: Milliseconds): Promise<LiveView> => {
  const types = (await activityTypes(strapi).list()).map(({ name }) => name);
  const { connection } = strapi.db;
  const rows: LiveRow[] = rowsOf(
    await connection.raw(LIVE(types.length), [...types, now - NOW_MEANS, MOST_VISITORS])
  );
  return {
    visitorsNow: Number(rows[0]?.visitors_now ?? 0),
    visitors: rows.map((row) => toVisitor(strapi, row)),
  };
};

/** Named types, because there is an index on type and time and none on time alone. */
const LIVE = (types: number) => `
  with recent as (
    select visitor_id, contact_id, session_id, url, title, device, occurred_at,
      row_number() over (partition by visitor_id order by occurred_at desc, id desc) as place
    from ${ACTIVITIES_TABLE}
    where type in (${Array.from({ length: types }, () => '?').join(', ')})
      and occurred_at >= ? and visitor_id is not null
  ), latest as (
    select recent.*, count(*) over () as visitors_now from recent where place = 1
  ), newest as (
    select * from latest order by occurred_at desc limit ?
  )
  select n.visitors_now, n.url, n.title, n.occurred_at, coalesce(n.device, v.device) as device,
    s.started_at, c.document_id, c.kind, c.state, c.email, c.first_name, c.middle_name, c.last_name,
    (select count(*) from ${ACTIVITIES_TABLE} p where p.contact_id = n.contact_id
      and p.occurred_at >= s.started_at and p.session_id = n.session_id
      and p.type = 'pagevisit') as pageviews
  from newest n
    join ${CONTACTS_TABLE} c on c.id = n.contact_id
    left join ${VISITORS_TABLE} v on v.id = n.visitor_id
    left join ${SESSIONS_TABLE} s on s.id = n.session_id
  order by n.occurred_at desc`;

interface LiveRow {
  visitors_now: number | string;
  url: string | null;
  title: string | null;
  occurred_at: number | string;
  device: string | null;
  started_at: number | string | null;
  document_id: string;
  kind: ContactKind;
  state: ContactState;
  email: string | null;
  first_name: string | null;
  middle_name: string | null;
  last_name: string | null;
  pageviews: number | string;
}

const toVisitor = (strapi: Core.Strapi, row: LiveRow): LiveVisitor => ({
  contact: {
    documentId: row.document_id,
    displayName: contacts(strapi).displayNameOf({
      documentId: row.document_id,
      email: row.email,
      firstName: row.first_name,
      middleName: row.middle_name,
      lastName: row.last_name,
    }),
    kind: row.kind,
    state: row.state,
  },
  url: row.url,
  title: row.title,
  lastSeenAt: toIso(row.occurred_at),
  startedAt: toIso(row.started_at ?? row.occurred_at),
  pageviews: Number(row.pageviews),
  device: row.device,
});

const toIso = (at: number | string): string => new Date(Number(at)).toISOString();

/** Each driver answers a raw statement in its own way. */
const rowsOf = (answer: unknown): LiveRow[] => {
  if (!Array.isArray(answer)) return (answer as { rows: LiveRow[] }).rows;
  return (Array.isArray(answer[0]) ? answer[0] : answer) as LiveRow[];
};
