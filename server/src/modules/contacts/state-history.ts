/** Every change of a contact's state or status: who, when, from, to, why. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { inBatches } from '../../platform/batches';
import type { InternalModel } from '../../platform/models';
import { inTable } from '../../platform/sql/table';
import { STATE_HISTORY_TABLE, type StateChange, type StatusChange } from './contract';

export const stateHistory: InternalModel = {
  name: 'state-history',
  tableName: STATE_HISTORY_TABLE,
  attributes: {
    contactId: { type: 'integer' },
    /** `state` or `status`. */
    field: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    by: { type: 'string' },
    why: { type: 'string' },
    at: { type: 'datetime' },
  },
  indexes: [{ name: 'cm_state_history_contact', columns: ['contact_id', 'at'] }],
};

export type TrackedField = 'state' | 'status';

const ROWS_PER_INSERT = 500;
const MAX_WHY_LENGTH = 255;

export const recordChanges = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  field: TrackedField,
  changes: (StateChange | StatusChange)[]
): Promise<void> => {
  const rows = changes.map(({ contactId, from, to, by, why, at }) => ({
    contact_id: contactId,
    field,
    from,
    to,
    by,
    why: why.slice(0, MAX_WHY_LENGTH),
    at,
  }));
  for (const batch of inBatches(rows, ROWS_PER_INSERT)) {
    await inTable(strapi, STATE_HISTORY_TABLE, trx).insert(batch);
  }
};
