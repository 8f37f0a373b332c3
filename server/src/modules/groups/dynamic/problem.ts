/**
 * A condition that cannot be asked any more, because a field it asks for is gone. The group keeps its
 * members and says why; nobody else waits for it.
 */
import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { isOutage } from '../../../platform/sql/outage';
import { inTable } from '../../../platform/sql/table';
import { causeOf, isWriteConflict } from '../../../platform/sql/write-conflict';
import { CONTACT_GROUPS_TABLE, type GroupRef } from '../contract';
import { readUpkeep, writeUpkeep } from './upkeep-row';

/** What a condition is refused with, in a sentence; anything else is a failure of the moment. */
export const isRefusal = (error: unknown): error is Error =>
  error instanceof errors.ValidationError;

/**
 * What is wrong with the rule, in a sentence; null for a failure of the moment, which is tried again. One
 * rule that the database cannot answer must not keep the others waiting.
 */
export const problemOf = (error: unknown): string | null => {
  if (isRefusal(error)) return error.message;
  if (isOutage(error) || isWriteConflict(error)) return null;
  return `The database could not answer it (${causeOf(error)})`;
};

/** Logged once, until something else is wrong. */
export const noteProblem = async (
  strapi: Core.Strapi,
  { groupId, name }: GroupRef,
  problem: string
): Promise<void> => {
  if ((await readUpkeep(strapi, groupId))?.problem === problem) return;
  await writeUpkeep(strapi, groupId, { problem });
  await inTable(strapi, CONTACT_GROUPS_TABLE)
    .where('id', groupId)
    .update({ rebuild_state: 'failed' });
  strapi.log.warn(
    `contact-management: the condition of group "${name}" cannot be asked, its members stay: ${problem}`
  );
};
