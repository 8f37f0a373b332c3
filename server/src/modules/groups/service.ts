/** What other modules and a site's own code may ask of groups. */
import type { Core } from '@strapi/strapi';
import { service } from '../../platform/plugin';
import { addMembers, excludeContacts, removeMembers, takeBackExclusion } from './change-members';
import type { MembersChanged } from './contract';
import type { Upkeep } from './dynamic/upkeep';
import { findGroup, foundGroup } from './group-row';
import { readNamed, resolve, type Named } from './members/named';
import { visibleGroupsOf } from './visible-groups';

type Members = Partial<Named>;

export const createGroups = ({ strapi }: { strapi: Core.Strapi }) => {
  /** Also code without types calls this. */
  const named = async (members: Members) => resolve(strapi, readNamed(members));
  return {
    findByName: (name: string) => findGroup(strapi, 'name', name.trim().toLowerCase()),
    findByDocumentId: (documentId: string) => findGroup(strapi, 'document_id', documentId),
    /** Everything is named by document id. Throws NotFoundError and ValidationError. */
    add: async (group: string, members: Members): Promise<MembersChanged> =>
      addMembers(strapi, await foundGroup(strapi, group), await named(members)),
    remove: async (group: string, members: Members): Promise<MembersChanged> =>
      removeMembers(strapi, await foundGroup(strapi, group), await named(members)),
    exclude: async (group: string, contacts: string[]): Promise<MembersChanged> => {
      const { contactIds } = await named({ contacts });
      return excludeContacts(strapi, await foundGroup(strapi, group), contactIds);
    },
    takeBackExclusion: async (group: string, contacts: string[]): Promise<MembersChanged> => {
      const { contactIds } = await named({ contacts });
      return takeBackExclusion(strapi, await foundGroup(strapi, group), contactIds);
    },
    /** Names (codes) of the groups that a page may know its visitor to be in. */
    visibleGroupsOf: (contactId: number) => visibleGroupsOf(strapi, contactId),
  };
};

export type GroupsService = ReturnType<typeof createGroups>;

/** Follows the clock; see dynamic/upkeep.ts. */
export const upkeep = (strapi: Core.Strapi): Upkeep => service<Upkeep>(strapi, 'group-upkeep');

export const groups = (strapi: Core.Strapi): GroupsService =>
  service<GroupsService>(strapi, 'groups');
