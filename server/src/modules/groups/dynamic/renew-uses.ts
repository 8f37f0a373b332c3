/** An import brings groups without who uses whom: worked out again from their conditions. */
import type { Core } from '@strapi/strapi';
import { inTable } from '../../../platform/sql/table';
import { inTransaction } from '../../../platform/transaction';
import { conditions } from '../../conditions';
import { CONTACT_GROUPS_TABLE } from '../contract';
import { asUser, keepUses, lockUses } from '../uses';
import { isRefusal } from './problem';
import { conditionOf, type StoredGroup } from './stored-group';

export const renewUses = (strapi: Core.Strapi): Promise<void> =>
  inTransaction(strapi, async (trx) => {
    await lockUses(strapi, trx);
    const groups = (await inTable(strapi, CONTACT_GROUPS_TABLE, trx)
      .where('kind', 'dynamic')
      .orderBy('id')) as unknown as StoredGroup[];
    for (const group of groups) {
      const condition = conditionOf(group);
      if (!condition) continue;
      try {
        await keepUses(strapi, trx, asUser(group), conditions(strapi).dependencies(condition));
      } catch (error) {
        // It asks for what is gone; who is asked to work it out says so.
        if (!isRefusal(error)) throw error;
      }
    }
  });
