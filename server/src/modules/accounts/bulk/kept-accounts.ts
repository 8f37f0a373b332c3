/** What of an account is kept when it is deleted in bulk: its rows, and what was right below it. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { accountTables } from '../../../platform/account-tables';
import { inBatches } from '../../../platform/batches';
import { KEPT_ROWS_TABLE } from '../../../platform/bulk/tables';
import type { KeptType } from '../../../platform/kept-rows/keep-documents';
import { keptPortions } from '../../../platform/kept-rows/put-back';
import type { RestoreRequest } from '../../../platform/kept-rows/restore-documents';
import { inTable } from '../../../platform/sql/table';
import { ACCOUNT_MEMBERSHIPS_TABLE, ACCOUNT_UID, ACCOUNTS_TABLE } from '../contract';

/** Stands where other kept rows name their table. */
const SUBSIDIARIES = 'subsidiaries';

export const keptAccounts = (): KeptType => ({
  uid: ACCOUNT_UID,
  table: ACCOUNTS_TABLE,
  owned: [{ table: ACCOUNT_MEMBERSHIPS_TABLE, column: 'account_id' }, ...accountTables()],
  besides: [ACCOUNTS_TABLE],
  apart: [SUBSIDIARIES],
});

/** Document ids. */
export interface ParentLink {
  child: string;
  parent: string;
}

const LINKS_PER_INSERT = 500;

/** Under both of them: where both go, the one that is put back last finds the other. */
export const keepLinks = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  batchId: string,
  links: ParentLink[]
): Promise<void> => {
  const rows = links.flatMap((link) =>
    [link.parent, link.child].map((documentId) => ({
      batch_id: batchId,
      document_id: documentId,
      source_table: SUBSIDIARIES,
      content: JSON.stringify(link),
    }))
  );
  for (const some of inBatches(rows, LINKS_PER_INSERT)) {
    await inTable(strapi, KEPT_ROWS_TABLE, trx).insert(some);
  }
};

export const keptLinks = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  request: RestoreRequest
): Promise<ParentLink[]> => {
  const portions = await keptPortions(strapi, trx, request).where('source_table', SUBSIDIARIES);
  return portions.map(({ content }) => JSON.parse(content) as ParentLink);
};
