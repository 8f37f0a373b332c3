/**
 * Joins one contact to another: every module hands its rows over, the ledger keeps what is needed to
 * undo it, and the emptied contact goes.
 */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { contactDataOwners, lockContactData, type Receipt } from '../../platform/contact-data';
import { inTable } from '../../platform/sql/table';
import { CONTACTS_TABLE } from '../contacts';
import { PARTS } from './last-campaign';
import { LEDGER_TABLE } from './tables';

export interface Merge {
  from: number;
  into: number;
  reason: string;
  by: string;
  at: number;
}

export interface Merged {
  fromDocumentId: string;
  intoDocumentId: string;
}

/** Inside the caller's transaction. Throws when either contact is gone. */
export const mergeContacts = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { from, into, reason, by, at }: Merge
): Promise<Merged> => {
  await lockContactData(strapi, trx, [from, into]);
  const rows = (await inTable(strapi, CONTACTS_TABLE, trx)
    .whereIn('id', [from, into])
    .orderBy('id')
    .forUpdate()) as unknown as ContactRow[];
  const gone = rows.find(({ id }) => id === from);
  const stays = rows.find(({ id }) => id === into);
  if (!gone || !stays) {
    throw new Error(`Contacts ${from} and ${into} cannot be joined: one is gone`);
  }

  const receipts: Record<string, Receipt> = {};
  for (const { module, data } of contactDataOwners(strapi)) {
    receipts[module] = await data.reassign(strapi, trx, { from, into });
  }
  await trx(LEDGER_TABLE).insert({
    from_document_id: gone.document_id,
    into_document_id: stays.document_id,
    into_contact_id: into,
    snapshot: JSON.stringify(gone),
    receipts: JSON.stringify(receipts),
    reason,
    merged_by: by,
    merged_at: at,
  });
  for (const { data } of contactDataOwners(strapi)) await data.erase(strapi, trx, [from]);
  await trx(CONTACTS_TABLE).where('id', from).delete();
  await keepEarliestSight(trx, gone, into);
  await keepCampaigns(trx, gone, stays);
  return { fromDocumentId: gone.document_id, intoDocumentId: stays.document_id };
};

type Campaigns = { [Column in `${'first' | 'last'}_utm_${(typeof PARTS)[number]}`]: string | null };

interface ContactRow extends Campaigns {
  id: number;
  document_id: string;
  first_seen_at: Date | number | null;
  last_activity_at: Date | number | null;
}

/** The joined history may start earlier and end later than what the remaining contact knew. */
const keepEarliestSight = async (trx: Knex.Transaction, gone: ContactRow, into: number) => {
  const outermost = async (column: 'first_seen_at' | 'last_activity_at', operator: '>' | '<') => {
    const value = gone[column];
    if (value === null) return;
    await trx(CONTACTS_TABLE)
      .where('id', into)
      .where((other) => {
        void other.whereNull(column).orWhere(column, operator, value);
      })
      .update({ [column]: value });
  };
  await outermost('first_seen_at', '>');
  await outermost('last_activity_at', '<');
};

/** A campaign is handed over where the remaining contact has none; a claim overwrites nothing. */
const keepCampaigns = async (
  trx: Knex.Transaction,
  gone: ContactRow,
  stays: ContactRow
): Promise<void> => {
  const changes = (['first', 'last'] as const).flatMap((touch) => {
    const columns = PARTS.map((part) => `${touch}_utm_${part}` as const);
    return columns.every((column) => stays[column] === null) &&
      columns.some((column) => gone[column])
      ? columns.map((column) => [column, gone[column]])
      : [];
  });
  if (changes.length === 0) return;
  await trx(CONTACTS_TABLE).where('id', stays.id).update(Object.fromEntries(changes));
};
