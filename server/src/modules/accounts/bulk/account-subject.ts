/** The accounts of a selection, for bulk changes: named ones, or all that a list's filter matches. */
import type { Knex } from 'knex';
import type { Core } from '@strapi/strapi';
import type { BulkItem, BulkSubject } from '../../../platform/bulk/bulk-action';
import { parseSelection } from '../../../platform/bulk/parse-selection';
import { knownFields } from '../../../platform/fields/definitions';
import { aliased, inTable } from '../../../platform/sql/table';
import { ACCOUNTS_TABLE } from '../contract';
import { matching, parseFilter } from '../list/account-filter';
import { countAccounts } from '../list/list-accounts';

export const ACCOUNTS = 'accounts';

export const accountSubject: BulkSubject = {
  name: ACCOUNTS,

  async parseSelection(strapi, selection) {
    const parsed = parseSelection(selection, ACCOUNTS);
    if ('filter' in parsed) await refuseUnknownFields(strapi, parsed.filter);
    return parsed;
  },

  async count(strapi, selection) {
    if ('documentIds' in selection) return new Set(selection.documentIds).size;
    return countAccounts(strapi, selection.filter);
  },

  async newest(strapi) {
    const newest = await inTable(strapi, ACCOUNTS_TABLE).max({ id: 'id' }).first();
    return Number(newest?.id ?? 0);
  },

  async next(strapi, selection, { after, upTo, limit }) {
    const query: Knex.QueryBuilder =
      'filter' in selection
        ? matching(strapi, parseFilter(selection.filter))
        : aliased(strapi, { a: ACCOUNTS_TABLE }).whereIn('a.document_id', selection.documentIds);
    const rows: unknown = await query
      .where('a.id', '>', after)
      .where('a.id', '<=', upTo)
      .orderBy('a.id')
      .limit(limit)
      .select({ id: 'a.id', documentId: 'a.document_id' });
    return rows as BulkItem[];
  },
};

/** Here and not in the job, where nobody would be there to read why. */
const refuseUnknownFields = async (strapi: Core.Strapi, filter: unknown) => {
  await knownFields(strapi).refresh();
  matching(strapi, parseFilter(filter));
};
