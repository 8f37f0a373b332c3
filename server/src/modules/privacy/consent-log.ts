/**
 * The proof of what was agreed to and when: append-only. Erasing a contact keeps the bare fact
 * (purpose, answer, time) without the person.
 */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { ContactDataOwner } from '../../platform/contact-data';
import { queueContacts } from '../../platform/recalculation/queue';
import { addId, createOwnTables } from '../../platform/own-table';
import type { BulkSql, TableShape } from '../../platform/sql/bulk-sql';
import { inTable } from '../../platform/sql/table';
import type { ConsentGiven, Purpose } from './contract';

export const CONSENT_TABLE = 'cm_consent_log';

export interface ConsentRecord {
  contactId: number | null;
  visitorId: number | null;
  given: ConsentGiven;
  /** Where it was said: `visitor`, `form:newsletter`, `api`. */
  source: string;
  at: number;
}

export const registerConsentLog = (strapi: Core.Strapi): void => {
  createOwnTables(strapi, '0001-consent-log', CONSENT_TABLE, (knex) =>
    knex.schema.createTable(CONSENT_TABLE, (table) => {
      addId(table, knex);
      table.bigInteger('contact_id').index('cm_consent_log_contact');
      table.bigInteger('visitor_id');
      table.string('purpose', 32).notNullable();
      table.boolean('granted').notNullable();
      table.string('source', 100).notNullable();
      table.bigInteger('given_at').notNullable();
    })
  );
};

export const logConsent = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { contactId, visitorId, given, source, at }: ConsentRecord
): Promise<void> => {
  const rows = (Object.entries(given) as [Purpose, boolean][]).map(([purpose, granted]) => ({
    contact_id: contactId,
    visitor_id: visitorId,
    purpose,
    granted,
    source,
    given_at: at,
  }));
  if (rows.length === 0) return;
  await inTable(strapi, CONSENT_TABLE, trx).insert(rows);
  if (contactId !== null) await queueContacts(strapi, trx, [contactId], { consent: true });
};

const consentShape: TableShape<{
  contact_id: number | null;
  visitor_id: number;
  purpose: Purpose;
  granted: boolean;
  source: string;
  given_at: number;
}> = {
  name: CONSENT_TABLE,
  columns: {
    contact_id: 'bigint',
    visitor_id: 'bigint',
    purpose: 'text',
    granted: 'boolean',
    source: 'text',
    given_at: 'bigint',
  },
};

export interface TrackingConsent {
  contactId: number | null;
  visitorId: number;
  granted: boolean;
  at: number;
}

/** What visitors said about tracking along with their events. */
export const logTrackingConsents = async (
  sql: BulkSql,
  consents: TrackingConsent[]
): Promise<void> => {
  if (consents.length === 0) return;
  await sql.insert(
    consentShape,
    consents.map(({ contactId, visitorId, granted, at }) => ({
      contact_id: contactId,
      visitor_id: visitorId,
      purpose: 'tracking' as const,
      granted,
      source: 'visitor',
      given_at: at,
    }))
  );
};

export const consentData: ContactDataOwner = {
  tables: { [CONSENT_TABLE]: 'contact_id' },
  async reassign(_strapi, trx, { from, into }) {
    const ids: unknown[] = await trx(CONSENT_TABLE).where('contact_id', from).pluck('id');
    await trx(CONSENT_TABLE).where('contact_id', from).update({ contact_id: into });
    return { consents: ids.map(Number) };
  },
  async export(strapi, contactId) {
    const rows: Record<string, unknown>[] = await strapi.db
      .getConnection(CONSENT_TABLE)
      .where('contact_id', contactId)
      .orderBy('id')
      .select('purpose', 'granted', 'source', 'given_at');
    return { consents: rows };
  },
  async erase(_strapi, trx, contactIds) {
    await trx(CONSENT_TABLE)
      .whereIn('contact_id', contactIds)
      .update({ contact_id: null, visitor_id: null });
  },
  restore: { emptied: { [CONSENT_TABLE]: ['contact_id', 'visitor_id'] } },
};
