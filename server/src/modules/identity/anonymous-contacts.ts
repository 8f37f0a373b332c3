/** Anonymous contacts: the row behind a browser nobody has put a name to yet. */
import { newDocumentId } from '../../platform/document-id';
import type { BulkSql, TableShape } from '../../platform/sql/bulk-sql';
import { CONTACTS_TABLE } from '../contacts';
import type { VisitorKey } from './contract';
import { campaignOf, type LastCampaign } from './last-campaign';
import type { Sighting } from './sighting';

interface AnonymousContactRow extends LastCampaign {
  id?: number;
  document_id: string;
  kind: 'anonymous';
  state: 'other';
  subscription: 'none';
  monitored: boolean;
  phone_unreadable: boolean;
  mobile_phone_unreadable: boolean;
  score: number;
  first_seen_at: Date;
  last_activity_at: Date;
  created_at: Date;
  updated_at: Date;
  published_at: Date;
  first_utm_source: string | null;
  first_utm_medium: string | null;
  first_utm_campaign: string | null;
  first_utm_term: string | null;
  first_utm_content: string | null;
}

/** The database gives the id, so it is returned but never written. */
const anonymousContacts = {
  name: CONTACTS_TABLE,
  columns: {
    document_id: 'text',
    kind: 'text',
    state: 'text',
    subscription: 'text',
    monitored: 'boolean',
    phone_unreadable: 'boolean',
    mobile_phone_unreadable: 'boolean',
    score: 'bigint',
    first_seen_at: 'timestamp',
    last_activity_at: 'timestamp',
    created_at: 'timestamp',
    updated_at: 'timestamp',
    published_at: 'timestamp',
    first_utm_source: 'text',
    first_utm_medium: 'text',
    first_utm_campaign: 'text',
    first_utm_term: 'text',
    first_utm_content: 'text',
    last_utm_source: 'text',
    last_utm_medium: 'text',
    last_utm_campaign: 'text',
    last_utm_term: 'text',
    last_utm_content: 'text',
  },
} as TableShape<AnonymousContactRow>;

/** A contact for each of these; answers with the contacts' row numbers and document ids. */
export const insertAnonymousContacts = async (
  sql: BulkSql,
  sightings: Sighting[]
): Promise<Map<VisitorKey, { contact_id: number; document_id: string }>> => {
  const now = new Date();
  const rows = sightings.map((sighting) => anonymousContact(sighting, now));
  const keys = new Map(rows.map(({ document_id }, at) => [document_id, sightings[at]?.key]));
  const inserted = await sql.insert(anonymousContacts, rows, { returning: ['id', 'document_id'] });
  return new Map(
    inserted.flatMap(({ id, document_id }) => {
      const key = keys.get(document_id);
      return key ? [[key, { contact_id: Number(id), document_id }] as const] : [];
    })
  );
};

const anonymousContact = (sighting: Sighting, now: Date): AnonymousContactRow => ({
  document_id: newDocumentId(),
  kind: 'anonymous',
  state: 'other',
  subscription: 'none',
  monitored: true,
  phone_unreadable: false,
  mobile_phone_unreadable: false,
  score: 0,
  first_seen_at: new Date(sighting.at),
  last_activity_at: new Date(sighting.at),
  created_at: now,
  updated_at: now,
  published_at: now,
  first_utm_source: sighting.utmSource,
  first_utm_medium: sighting.utmMedium,
  first_utm_campaign: sighting.utmCampaign,
  first_utm_term: sighting.utmTerm,
  first_utm_content: sighting.utmContent,
  ...campaignOf(sighting),
});
