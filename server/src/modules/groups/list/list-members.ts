/** Members of a group, and groups of a contact, a page at a time: who came last comes first. */
import { validateYupSchemaSync, yup } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { findKeysetPage } from '../../../platform/keyset';
import { pageShape, refuseUnknown } from '../../../platform/list-query';
import { toDate, type StoredDate } from '../../../platform/sql/dates';
import { aliased } from '../../../platform/sql/table';
import { CONTACTS_TABLE, displayNameOf, narrowContacts, type Nameable } from '../../contacts';
import {
  CONTACT_GROUPS_TABLE,
  GROUP_MEMBERS_TABLE,
  type GroupKind,
  type GroupOfContactView,
  type MemberPage,
  type MemberView,
  type PageMeta,
} from '../contract';
import { latestReasons } from '../history/latest-reasons';
import { languageShape, toLanguage, type Language } from '../history/language';
import type { Sees } from '../history/say-because';
import { accountsBehind } from './accounts-behind';

const ORDER = {
  name: 'newest',
  column: 'x.id',
  idColumn: 'x.id',
  type: 'number',
  descending: true,
} as const;

const schema = yup.object({
  ...pageShape,
  q: yup.string().max(200),
  state: yup.string().oneOf(['member', 'excluded']).default('member'),
  language: languageShape,
});

/** `query` is what came in the address. Throws a ValidationError that names what is wrong. */
export const listMembers = async (
  strapi: Core.Strapi,
  groupId: number,
  query: unknown,
  sees: Sees
): Promise<MemberPage> => {
  refuseUnknown(query, Object.keys(schema.fields));
  const { q, state, cursor, pageSize, language } = validateYupSchemaSync(schema, { strict: false })(
    query
  ) as yup.InferType<typeof schema>;
  const matching = () => {
    const rows: Knex.QueryBuilder = aliased(strapi, { x: GROUP_MEMBERS_TABLE })
      .where('x.group_id', groupId)
      .where('x.excluded', state === 'excluded');
    if (!q) return rows;
    void rows.join({ c: CONTACTS_TABLE }, 'c.id', 'x.contact_id');
    return narrowContacts(strapi, rows, { q });
  };
  const { ids, meta } = await findKeysetPage(strapi, matching, { order: ORDER, cursor, pageSize });
  return { data: await readMembers(strapi, ids, { language: toLanguage(language), sees }), meta };
};

interface Row extends Nameable {
  id: number;
  groupId: number;
  contactId: number;
  byCondition: boolean | number;
  byAccount: boolean | number;
  byHand: boolean | number;
  excluded: boolean | number;
  since: StoredDate;
}

const OF_ROW = {
  id: 'x.id',
  groupId: 'x.group_id',
  contactId: 'x.contact_id',
  byCondition: 'x.by_condition',
  byAccount: 'x.by_account',
  byHand: 'x.by_hand',
  excluded: 'x.excluded',
  since: 'x.since',
};

const readMembers = async (
  strapi: Core.Strapi,
  ids: number[],
  asked: { language: Language; sees: Sees }
): Promise<MemberView[]> => {
  if (ids.length === 0) return [];
  const rows = (await aliased(strapi, { x: GROUP_MEMBERS_TABLE })
    .join({ c: CONTACTS_TABLE }, 'c.id', 'x.contact_id')
    .whereIn('x.id', ids)
    .orderBy('x.id', 'desc')
    .select({
      ...OF_ROW,
      documentId: 'c.document_id',
      email: 'c.email',
      firstName: 'c.first_name',
      middleName: 'c.middle_name',
      lastName: 'c.last_name',
    })) as unknown as Row[];
  const accounts = await accountsBehind(strapi, rows);
  const because = await latestReasons(strapi, rows, asked);
  return rows.map((row) => ({
    contact: {
      documentId: row.documentId,
      displayName: displayNameOf(row),
      email: row.email ?? null,
    },
    ...toMembership(row),
    accounts: accounts(row),
    because: because(row),
  }));
};

const groupsSchema = yup.object({ ...pageShape, language: languageShape });

export const listGroupsOf = async (
  strapi: Core.Strapi,
  contactId: number,
  query: unknown,
  sees: Sees
): Promise<{ data: GroupOfContactView[]; meta: PageMeta }> => {
  refuseUnknown(query, Object.keys(groupsSchema.fields));
  const { language, ...asked } = validateYupSchemaSync(groupsSchema, { strict: false })(
    query
  ) as yup.InferType<typeof groupsSchema>;
  const matching = () =>
    aliased(strapi, { x: GROUP_MEMBERS_TABLE }).where('x.contact_id', contactId);
  const { ids, meta } = await findKeysetPage(strapi, matching, {
    order: ORDER,
    ...asked,
    cursor: asked.cursor,
  });
  const rows = (await aliased(strapi, { x: GROUP_MEMBERS_TABLE })
    .join({ g: CONTACT_GROUPS_TABLE }, 'g.id', 'x.group_id')
    .whereIn('x.id', ids)
    .orderBy('x.id', 'desc')
    .select({
      ...OF_ROW,
      documentId: 'g.document_id',
      name: 'g.name',
      displayName: 'g.display_name',
      kind: 'g.kind',
    })) as unknown as (Row & { name: string; displayName: string; kind: GroupKind })[];
  const accounts = await accountsBehind(strapi, rows);
  const because = await latestReasons(strapi, rows, { language: toLanguage(language), sees });
  const data = rows.map((row) => ({
    group: {
      documentId: row.documentId,
      name: row.name,
      displayName: row.displayName,
      kind: row.kind,
    },
    ...toMembership(row),
    accounts: accounts(row),
    because: because(row),
  }));
  return { data, meta };
};

const toMembership = (row: Row) => ({
  byCondition: Boolean(row.byCondition),
  byAccount: Boolean(row.byAccount),
  byHand: Boolean(row.byHand),
  excluded: Boolean(row.excluded),
  since: (toDate(row.since) ?? new Date(0)).toISOString(),
});
