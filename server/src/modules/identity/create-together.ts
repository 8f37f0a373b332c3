/** PostgreSQL: visitors, contacts and sessions in one statement. */
import { newDocumentId } from '../../platform/document-id';
import type { RowSql, TableShape } from '../../platform/sql/bulk-sql';
import { CONTACTS_TABLE } from '../contacts';
import type { VisitorKey } from './contract';
import type { CreatedVisitor } from './created-visitor';
import type { Sighting } from './sighting';
import { SESSIONS_TABLE, VISITORS_TABLE } from './tables';

interface TogetherRow {
  visitor_key: string;
  document_id: string;
  at: number;
  visits: boolean;
  seen_at: Date;
  made_at: Date;
  landing_url: string | null;
  referrer: string | null;
  utm_source: string | null;
  utm_medium: string | null;
  utm_campaign: string | null;
  utm_term: string | null;
  utm_content: string | null;
  country: string | null;
  device: string | null;
  browser: string | null;
  os: string | null;
  address: string | null;
}

const togetherShape: TableShape<TogetherRow> = {
  name: VISITORS_TABLE,
  columns: {
    visitor_key: 'text',
    document_id: 'text',
    at: 'bigint',
    visits: 'boolean',
    seen_at: 'timestamp',
    made_at: 'timestamp',
    landing_url: 'text',
    referrer: 'text',
    utm_source: 'text',
    utm_medium: 'text',
    utm_campaign: 'text',
    utm_term: 'text',
    utm_content: 'text',
    country: 'text',
    device: 'text',
    browser: 'text',
    os: 'text',
    address: 'text',
  },
};

const nextId = (table: string) => `nextval(pg_get_serial_sequence('${table}', 'id'))`;

/** Ids are drawn while the visitor is inserted, so that no row has to be written twice. */
const CREATE_TOGETHER = `
  with given as materialized (select * from {rows}),
  visitor as (
    insert into ${VISITORS_TABLE} (visitor_key, contact_id, link, user_agent_family, device, os,
      first_seen_at, last_seen_at, session_id)
    select visitor_key, ${nextId(CONTACTS_TABLE)}, 'own', browser, device, os, at, at,
      case when visits then ${nextId(SESSIONS_TABLE)} end from given
    on conflict (visitor_key) do nothing
    returning id, visitor_key, contact_id, session_id
  ),
  contact as (
    insert into ${CONTACTS_TABLE} (id, document_id, kind, state, subscription, monitored,
      phone_unreadable, mobile_phone_unreadable, score, first_seen_at, last_activity_at, created_at,
      updated_at, published_at, first_utm_source, first_utm_medium, first_utm_campaign,
      first_utm_term, first_utm_content, last_utm_source, last_utm_medium, last_utm_campaign,
      last_utm_term, last_utm_content)
    select v.contact_id, g.document_id, 'anonymous', 'other', 'none', true, false, false, 0,
      g.seen_at, g.seen_at, g.made_at, g.made_at, g.made_at, g.utm_source, g.utm_medium,
      g.utm_campaign, g.utm_term, g.utm_content, g.utm_source, g.utm_medium, g.utm_campaign,
      g.utm_term, g.utm_content
    from visitor v join given g using (visitor_key)
  ),
  session as (
    insert into ${SESSIONS_TABLE} (id, visitor_id, contact_id, started_at, landing_url, referrer,
      utm_source, utm_medium, utm_campaign, country, device, browser, os, address)
    select v.session_id, v.id, v.contact_id, g.at, g.landing_url, g.referrer, g.utm_source,
      g.utm_medium, g.utm_campaign, g.country, g.device, g.browser, g.os, g.address
    from visitor v join given g using (visitor_key) where g.visits
  )
  select v.id, v.visitor_key, v.contact_id, v.session_id, g.document_id
  from visitor v join given g using (visitor_key)`;

export const createTogether = async (
  sql: RowSql,
  sightings: Sighting[]
): Promise<CreatedVisitor[]> => {
  const madeAt = new Date();
  const created = await sql.fromRows<
    TogetherRow,
    Record<'id' | 'visitor_key' | 'contact_id' | 'document_id', string> & {
      session_id: string | null;
    }
  >(
    CREATE_TOGETHER,
    togetherShape,
    sightings.map((sighting) => toTogetherRow(sighting, madeAt))
  );
  return created.map((row) => ({
    id: Number(row.id),
    key: row.visitor_key as VisitorKey,
    contactId: Number(row.contact_id),
    documentId: row.document_id,
    sessionId: row.session_id === null ? null : Number(row.session_id),
  }));
};

const toTogetherRow = (sighting: Sighting, madeAt: Date): TogetherRow => ({
  visitor_key: sighting.key,
  document_id: newDocumentId(),
  at: sighting.at,
  visits: sighting.visits,
  seen_at: new Date(sighting.at),
  made_at: madeAt,
  landing_url: sighting.landingUrl,
  referrer: sighting.referrer,
  utm_source: sighting.utmSource,
  utm_medium: sighting.utmMedium,
  utm_campaign: sighting.utmCampaign,
  utm_term: sighting.utmTerm,
  utm_content: sighting.utmContent,
  country: sighting.country,
  device: sighting.device,
  browser: sighting.browser,
  os: sighting.os,
  address: sighting.address,
});
