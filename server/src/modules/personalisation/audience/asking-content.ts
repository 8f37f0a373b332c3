/** Content that is for a group: as long as there is any, the group keeps its code and is not deleted. */
import type { Core, UID } from '@strapi/strapi';
import { inTransaction } from '../../../platform/transaction';
import type { GroupUser } from '../../groups';
import { groupsAskedBy } from './askable-groups';
import { schemasWithAudience } from './schemas';
import { definitionsOf } from './stored-audiences';

/** Its types and components. Joins an open transaction: groups are deleted inside of one. */
export const contentAskingFor = (strapi: Core.Strapi, group: string): Promise<GroupUser[]> =>
  inTransaction(strapi, async (trx) => {
    const users: GroupUser[] = [];
    for (const uid of schemasWithAudience(strapi)) {
      const definitions = await definitionsOf(strapi, uid, trx);
      if (definitions.some(({ audience }) => groupsAskedBy(strapi, audience).includes(group))) {
        const { displayName } = strapi.getModel(uid as UID.Schema).info;
        users.push({ kind: 'content', documentId: null, name: uid, displayName });
      }
    }
    return users;
  });
