/** Contacts and accounts coming to a group and leaving it. */
import type { Core } from '@strapi/strapi';
import type { GroupRef, MembersChanged } from './contract';
import type { Moved } from './history/record-moves';
import { addAccounts, takeAccounts } from './members/by-account';
import { exclude, join, leave, takeBack } from './members/by-hand';
import { byHand } from './history/by-hand';
import { changeGroup } from './members/change-group';
import type { Resolved } from './members/named';

export const addMembers = (
  strapi: Core.Strapi,
  group: GroupRef,
  { contactIds, accountIds }: Resolved
): Promise<MembersChanged> =>
  changeGroup(strapi, group, byHand(strapi, wayOf({ contactIds, accountIds })), async (trx) =>
    both(
      await addAccounts(strapi, trx, group.groupId, accountIds),
      await join(strapi, trx, group.groupId, contactIds)
    )
  );

/** Contacts that are members in another way as well stay in. */
export const removeMembers = (
  strapi: Core.Strapi,
  group: GroupRef,
  { contactIds, accountIds }: Resolved
): Promise<MembersChanged> =>
  changeGroup(strapi, group, byHand(strapi, wayOf({ contactIds, accountIds })), async (trx) =>
    both(
      await takeAccounts(strapi, trx, group.groupId, accountIds),
      await leave(strapi, trx, group.groupId, contactIds)
    )
  );

export const excludeContacts = (
  strapi: Core.Strapi,
  group: GroupRef,
  contactIds: number[]
): Promise<MembersChanged> =>
  changeGroup(strapi, group, byHand(strapi, 'exclusion'), (trx) =>
    exclude(strapi, trx, group.groupId, contactIds)
  );

export const takeBackExclusion = (
  strapi: Core.Strapi,
  group: GroupRef,
  contactIds: number[]
): Promise<MembersChanged> =>
  changeGroup(strapi, group, byHand(strapi, 'exclusion'), (trx) =>
    takeBack(strapi, trx, group.groupId, contactIds)
  );

/** Where both are named, they are said to have come by hand. */
const wayOf = ({ contactIds, accountIds }: Resolved) =>
  contactIds.length === 0 && accountIds.length > 0 ? 'account' : 'hand';

const both = (one: Moved, other: Moved): Moved => ({
  added: [...one.added, ...other.added],
  removed: [...one.removed, ...other.removed],
});
