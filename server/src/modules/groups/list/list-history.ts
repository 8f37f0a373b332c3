/** Who came to a group and who left it, newest first. */
import { errors, validateYupSchemaSync, yup } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { findKeysetPage } from '../../../platform/keyset';
import { pageShape, refuseUnknown } from '../../../platform/list-query';
import { toDate, type StoredDate } from '../../../platform/sql/dates';
import { aliased } from '../../../platform/sql/table';
import { CONTACTS_TABLE, contacts, displayNameOf, type Nameable } from '../../contacts';
import {
  GROUP_HISTORY_TABLE,
  type EntryWay,
  type GroupHistoryEntry,
  type GroupHistoryPage,
  type GroupRef,
} from '../contract';
import { languageShape, toLanguage, type Language } from '../history/language';
import { createTeller, type Sees } from '../history/say-because';

const ORDER = {
  name: 'newest',
  column: 'h.id',
  idColumn: 'h.id',
  type: 'number',
  descending: true,
} as const;

const schema = yup.object({
  ...pageShape,
  /** A document id. */
  contact: yup.string().max(64),
  language: languageShape,
});

/** `query` is what came in the address. Throws a ValidationError that names what is wrong. */
export const listHistory = async (
  strapi: Core.Strapi,
  { groupId }: GroupRef,
  query: unknown,
  sees: Sees
): Promise<GroupHistoryPage> => {
  refuseUnknown(query, Object.keys(schema.fields));
  const { contact, language, cursor, pageSize } = validateYupSchemaSync(schema, { strict: false })(
    query
  ) as yup.InferType<typeof schema>;
  const contactId = contact === undefined ? null : await idOf(strapi, contact);
  const matching = () => {
    const rows = aliased(strapi, { h: GROUP_HISTORY_TABLE }).where('h.group_id', groupId);
    return contactId === null ? rows : rows.where('h.contact_id', contactId);
  };
  const { ids, meta } = await findKeysetPage(strapi, matching, { order: ORDER, cursor, pageSize });
  return { data: await readEntries(strapi, ids, { language: toLanguage(language), sees }), meta };
};

const idOf = async (strapi: Core.Strapi, documentId: string): Promise<number> => {
  const found = await contacts(strapi).findByDocumentId(documentId);
  if (!found) throw new errors.NotFoundError('There is no such contact');
  return found.id;
};

interface Row extends Nameable {
  id: number;
  entered: boolean | number;
  way: EntryWay;
  because: string;
  at: StoredDate;
}

const readEntries = async (
  strapi: Core.Strapi,
  ids: number[],
  asked: { language: Language; sees: Sees }
): Promise<GroupHistoryEntry[]> => {
  if (ids.length === 0) return [];
  const rows = (await aliased(strapi, { h: GROUP_HISTORY_TABLE })
    .join({ c: CONTACTS_TABLE }, 'c.id', 'h.contact_id')
    .whereIn('h.id', ids)
    .orderBy('h.id', 'desc')
    .select({
      ...{ id: 'h.id', entered: 'h.entered', way: 'h.way', because: 'h.because', at: 'h.at' },
      ...{ documentId: 'c.document_id', email: 'c.email', firstName: 'c.first_name' },
      ...{ middleName: 'c.middle_name', lastName: 'c.last_name' },
    })) as unknown as Row[];
  const say = await createTeller(strapi, rows, asked);
  return rows.map((row) => ({
    id: String(row.id),
    event: row.entered ? 'entered' : 'left',
    way: row.way,
    because: say(row),
    at: (toDate(row.at) ?? new Date(0)).toISOString(),
    contact: {
      documentId: row.documentId,
      displayName: displayNameOf(row),
      email: row.email ?? null,
    },
  }));
};
