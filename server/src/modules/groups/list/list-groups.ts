/** The list of groups, and the accounts in one. */
import { validateYupSchemaSync, yup } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { findRows } from '../../../platform/find-rows';
import { foldText } from '../../../platform/fold-text';
import { withUpkeep, type StoredView } from './with-upkeep';
import { findKeysetPage } from '../../../platform/keyset';
import { listOf, pageShape, refuseUnknown, shortText } from '../../../platform/list-query';
import { aliased } from '../../../platform/sql/table';
import {
  CONTACT_GROUP_UID,
  CONTACT_GROUPS_TABLE,
  GROUP_KINDS,
  type GroupPage,
  type GroupView,
} from '../contract';

const SHOWN = [
  ...['documentId', 'name', 'displayName', 'description', 'kind', 'enabled', 'visibleToSite'],
  ...['size', 'createdAt', 'condition', 'timeZone', 'rebuildState', 'rebuiltAt'],
];

export const GROUP_ORDER = {
  name: 'name',
  column: 'g.title_key',
  idColumn: 'g.id',
  type: 'text',
  nullable: true,
  descending: false,
} as const;

const schema = yup.object({
  ...pageShape,
  q: yup.string().max(200),
  /** Codes: what an address names is shown by its title. */
  name: listOf(shortText(100)),
  kind: listOf(
    yup
      .string()
      .oneOf([...GROUP_KINDS])
      .required()
  ),
  enabled: yup.boolean(),
  visibleToSite: yup.boolean(),
});

/** Throws a ValidationError that names what is wrong. */
export const listGroups = async (strapi: Core.Strapi, query: unknown): Promise<GroupPage> => {
  refuseUnknown(query, Object.keys(schema.fields));
  const { q, name, kind, enabled, visibleToSite, cursor, pageSize } = validateYupSchemaSync(
    schema,
    {
      strict: false,
    }
  )(query) as yup.InferType<typeof schema>;
  const matching = () => {
    const groups: Knex.QueryBuilder = aliased(strapi, { g: CONTACT_GROUPS_TABLE });
    if (kind && kind.length > 0) void groups.whereIn('g.kind', kind);
    if (name && name.length > 0) void groups.whereIn('g.name', name);
    if (enabled !== undefined) void groups.where('g.enabled', enabled);
    if (visibleToSite !== undefined) void groups.where('g.visible_to_site', visibleToSite);
    const asked = (q ?? '').trim();
    if (asked === '') return groups;
    return groups.whereRaw(`(g.title_key like ? escape '!' or g.name like ? escape '!')`, [
      containing(foldText(asked)),
      containing(asked.toLowerCase()),
    ]);
  };
  const { ids, meta } = await findKeysetPage(strapi, matching, {
    order: GROUP_ORDER,
    cursor,
    pageSize,
  });
  return { data: await readGroups(strapi, ids), meta };
};

const containing = (text: string) => `%${text.replace(/[!%_]/g, '!$&')}%`;

/** In the order of the row numbers given. */
export const readGroups = async (strapi: Core.Strapi, ids: number[]): Promise<GroupView[]> => {
  const groups = await findRows<StoredView>(strapi, CONTACT_GROUP_UID, {
    where: { id: { $in: ids } },
    select: ['id', ...SHOWN],
  });
  const views = await withUpkeep(strapi, groups);
  return ids.flatMap((id) => views.get(id) ?? []);
};

export const readGroup = async (
  strapi: Core.Strapi,
  documentId: string
): Promise<GroupView | null> => {
  const [group] = await findRows<StoredView>(strapi, CONTACT_GROUP_UID, {
    where: { documentId },
    select: ['id', ...SHOWN],
  });
  return group ? ((await withUpkeep(strapi, [group])).get(group.id) ?? null) : null;
};
