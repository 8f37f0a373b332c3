/** The contacts of a selection, for bulk changes: named ones, or all that a list's filter matches. */
import type { Core } from '@strapi/strapi';
import type { BulkItem, BulkSubject } from '../../../platform/bulk/bulk-action';
import type { BulkSelection } from '../../../platform/bulk/contract';
import { parseSelection } from '../../../platform/bulk/parse-selection';
import { knownFields } from '../../../platform/fields/definitions';
import { filterPermissions } from '../../../platform/list-filters';
import { aliased, inTable } from '../../../platform/sql/table';
import { CONTACT_UID, CONTACTS_TABLE } from '../contract';
import { parseFilter } from '../list/contact-filter';
import { countContacts } from '../list/count-contacts';
import { applyFilter } from '../list/filter-conditions';
import { withinEdition } from '../list/known-only';

/** As bulk changes call them. */
export const CONTACTS = 'contacts';

export const contactSubject: BulkSubject = {
  name: CONTACTS,

  async parseSelection(strapi, selection) {
    const parsed = parseSelection(selection, CONTACTS);
    if ('filter' in parsed) await refuseUnknownFields(strapi, parsed.filter);
    return parsed;
  },

  permissions: (strapi, selection) =>
    'filter' in selection ? filterPermissions(strapi, CONTACT_UID, selection.filter) : [],

  async count(strapi, selection) {
    if ('documentIds' in selection) return new Set(selection.documentIds).size;
    const { count } = await countContacts(strapi, filterOf(strapi, selection), { exact: true });
    return count;
  },

  async newest(strapi) {
    const newest = await inTable(strapi, CONTACTS_TABLE).max({ id: 'id' }).first();
    return Number(newest?.id ?? 0);
  },

  async next(strapi, selection, { after, upTo, limit }) {
    const query = aliased(strapi, { c: CONTACTS_TABLE })
      .where('c.id', '>', after)
      .where('c.id', '<=', upTo)
      .orderBy('c.id')
      .limit(limit)
      .select({ id: 'c.id', documentId: 'c.document_id' });
    if ('filter' in selection) applyFilter(strapi, query, filterOf(strapi, selection));
    else void query.whereIn('c.document_id', selection.documentIds);
    return (await query) as unknown as BulkItem[];
  },
};

/** Here and not in the job, where nobody would be there to read why. */
const refuseUnknownFields = async (strapi: Core.Strapi, filter: Record<string, unknown>) => {
  await knownFields(strapi).refresh();
  applyFilter(strapi, aliased(strapi, { c: CONTACTS_TABLE }), filterOf(strapi, { filter }));
};

const filterOf = (
  strapi: Core.Strapi,
  { filter }: Extract<BulkSelection, { filter: Record<string, unknown> }>
) => withinEdition(strapi, parseFilter(filter));
