import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { inTable } from '../../../platform/sql/table';
import { conditions } from '../../conditions';
import type { Condition, Explanation } from '../../conditions/contract';
import { contacts } from '../../contacts';
import { CONTACT_GROUPS_TABLE } from '../contract';
import { foundGroup } from '../group-row';
import { conditionOf, type StoredGroup } from './stored-group';

/**
 * Why a group's condition matches a contact, or not. `allow` throws for what the caller may not see.
 * Throws NotFoundError, and a ValidationError for a manual group.
 */
export const explainGroup = async (
  strapi: Core.Strapi,
  groupDocumentId: string,
  contactDocumentId: string,
  allow: (condition: Condition) => Promise<void> | void = () => undefined
): Promise<Explanation> => {
  const { groupId } = await foundGroup(strapi, groupDocumentId);
  const contact = await contacts(strapi).findByDocumentId(contactDocumentId);
  if (!contact) throw new errors.NotFoundError('There is no such contact');
  const stored = (await inTable(strapi, CONTACT_GROUPS_TABLE)
    .where('id', groupId)
    .first()) as unknown as StoredGroup;
  const condition = conditionOf(stored);
  if (!condition) {
    throw new errors.ValidationError('A manual group has no condition: who is in it was put there');
  }
  await allow(condition);
  return conditions(strapi).explain(condition, contact.id, { timeZone: stored.time_zone });
};
