import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { ListFilter } from '../../../platform/list-filters';
import { aliased } from '../../../platform/sql/table';
import { CONTACT_UID } from '../../contacts';
import { CONTACT_GROUPS_TABLE, GROUP_MEMBERS_TABLE } from '../contract';

export const groupFilter: ListFilter = {
  of: CONTACT_UID,
  parameter: 'group',
  permission: 'groups.read',
  scope: 'plugin::contact-management.contact-group.members',
  rows: (strapi, names) => contactsInGroups(strapi, names),
};

/** Row numbers of the contacts that are in any of the groups with these names (codes). */
const contactsInGroups = (strapi: Core.Strapi, names: string[]): Knex.QueryBuilder =>
  aliased(strapi, { x: GROUP_MEMBERS_TABLE })
    .join({ g: CONTACT_GROUPS_TABLE }, 'g.id', 'x.group_id')
    .whereIn(
      'g.name',
      names.map((name) => name.trim().toLowerCase())
    )
    .where('x.excluded', false)
    .select('x.contact_id');
