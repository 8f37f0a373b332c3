/**
 * Writes down who is to be told what, in a fixed number of statements per thousand things. The
 * contacts are held meanwhile: one that is erased at the same moment leaves nothing behind here.
 */
import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { inBatches } from '../../platform/batches';
import type { Milliseconds } from '../../platform/clock';
import { retryConflicts } from '../../platform/retry-conflicts';
import { inTable } from '../../platform/sql/table';
import { inTransaction } from '../../platform/transaction';
import type { PublicEvent, PublicItem } from './contract';
import { describers } from './describe';
import { DELIVERIES_TABLE, ITEMS_TABLE, MESSAGES_TABLE, webhookRows } from './tables';

const ITEMS_PER_MESSAGE = 100;
const ITEMS_PER_TRANSACTION = 1_000;
const ROWS_PER_INSERT = 500;

/** Answers whether anybody is to be told. */
export const enqueue = async (
  strapi: Core.Strapi,
  event: PublicEvent,
  at: Milliseconds
): Promise<boolean> => {
  const webhookIds = await subscribers(strapi, event.type);
  if (webhookIds.length === 0) return false;
  for (const items of inBatches(event.items, ITEMS_PER_TRANSACTION)) {
    await retryConflicts(strapi, () =>
      inTransaction(strapi, async (trx) => {
        const described = event.describe
          ? await describers[event.describe](strapi, trx, items)
          : items;
        await write(strapi, trx, { type: event.type, items: described, webhookIds, at });
      })
    );
  }
  return true;
};

const subscribers = async (strapi: Core.Strapi, type: string): Promise<unknown[]> => {
  const rows = (await webhookRows(strapi)
    .where('enabled', true)
    .select('id', 'events')) as unknown as {
    id: unknown;
    events: string;
  }[];
  return rows.flatMap(({ id, events }) =>
    (JSON.parse(events) as string[]).includes(type) ? [id] : []
  );
};

interface NewMessages {
  type: string;
  items: PublicItem[];
  webhookIds: unknown[];
  at: Milliseconds;
}

const write = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { type, items, webhookIds, at }: NewMessages
): Promise<void> => {
  const messages = inBatches(items, ITEMS_PER_MESSAGE).map((told) => ({
    told,
    message_id: newMessageId(),
  }));
  const insert = async (table: string, rows: object[]) => {
    for (const batch of inBatches(rows, ROWS_PER_INSERT)) {
      await inTable(strapi, table, trx).insert(batch as Record<string, unknown>[]);
    }
  };
  await insert(
    MESSAGES_TABLE,
    messages.map(({ message_id }) => ({ message_id, type, at }))
  );
  await insert(
    ITEMS_TABLE,
    messages.flatMap(({ told, message_id }) =>
      told.map(({ contactId, data }, position) => ({
        message_id,
        position,
        contact_id: contactId,
        data: JSON.stringify(data),
      }))
    )
  );
  await insert(
    DELIVERIES_TABLE,
    messages.flatMap(({ message_id }) =>
      webhookIds.map((webhook_id) => ({
        webhook_id,
        message_id,
        status: 'pending',
        next_attempt_at: at,
        created_at: at,
      }))
    )
  );
};

export const newMessageId = (): string => `msg_${randomUUID()}`;
