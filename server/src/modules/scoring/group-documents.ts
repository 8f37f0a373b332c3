/** Groups that scores ask for: they are not taken away, and close no circle with them. */
import type { Core } from '@strapi/strapi';
import { guardDocuments, type DocumentGuard } from '../../platform/document-writes';
import { findRows } from '../../platform/find-rows';
import { isRecord } from '../../platform/records';
import type { Condition } from '../conditions';
import { CONTACT_GROUP_UID, tellGroupUsers } from '../groups';
import { refuseCycleOfGroup } from './uses/refuse-cycle';
import { scoresAskingFor } from './uses/asked-scores';

export const guardGroupsOfScores = (strapi: Core.Strapi): void => {
  guardDocuments(strapi, CONTACT_GROUP_UID, {
    create: save,
    clone: save,
    update: save,
  });
  tellGroupUsers(strapi, scoresAskingFor);
};

/** By Strapi's query engine, which reads inside of the transaction that groups are written in. */
const before = async (
  strapi: Core.Strapi,
  documentId: string | null
): Promise<{ name: string } | undefined> => {
  if (documentId === null) return undefined;
  const query = { where: { documentId }, select: ['name'] };
  const [group] = await findRows<{ name: string }>(strapi, CONTACT_GROUP_UID, query);
  return group;
};

const save: DocumentGuard = async (strapi, { action, documentId, data }, next) => {
  const group = action === 'update' ? await before(strapi, documentId) : undefined;
  const name = typeof data.name === 'string' ? data.name.trim().toLowerCase() : group?.name;
  if (name !== undefined && isRecord(data.condition)) {
    await refuseCycleOfGroup(strapi, {
      name,
      previousName: group?.name,
      // What cannot be read is refused by the groups themselves.
      condition: data.condition as unknown as Condition,
    });
  }
  return next();
};
