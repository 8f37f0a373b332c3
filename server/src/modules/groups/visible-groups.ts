import type { Core } from '@strapi/strapi';
import { aliased } from '../../platform/sql/table';
import { CONTACT_GROUPS_TABLE, GROUP_MEMBERS_TABLE } from './contract';

const MOST_GROUPS = 200;

/** Names (codes) of the groups that a page may know its visitor to be in. */
export const visibleGroupsOf = async (
  strapi: Core.Strapi,
  contactId: number
): Promise<string[]> => {
  const names: unknown[] = await aliased(strapi, { x: GROUP_MEMBERS_TABLE })
    .join({ g: CONTACT_GROUPS_TABLE }, 'g.id', 'x.group_id')
    .where({ 'x.contact_id': contactId, 'x.excluded': false })
    .where({ 'g.enabled': true, 'g.visible_to_site': true })
    .orderBy('g.name')
    .limit(MOST_GROUPS)
    .pluck('g.name');
  return names.map(String);
};
