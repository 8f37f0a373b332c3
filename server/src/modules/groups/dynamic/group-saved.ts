/** What follows from a group that was written, in the same transaction: who uses whom, and whether all contacts are asked. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { inTable } from '../../../platform/sql/table';
import { causeOf } from '../../../platform/sql/write-conflict';
import { conditions } from '../../conditions';
import { CONTACT_GROUPS_TABLE, GROUP_MEMBERS_TABLE } from '../contract';
import { asUser, forgetUses, keepUses, renameUser } from '../uses';
import { clearRebuild } from './rebuild-tables';
import { writeUpkeep } from './upkeep-row';
import { startRebuild } from './start-rebuild';
import { conditionOf, readStored, type StoredGroup } from './stored-group';

interface Saved {
  id: number;
  /** As it was; null of a new one. */
  before: StoredGroup | null;
}

/** Answers with what is left to do after the commit. */
export const groupSaved = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { id, before }: Saved
): Promise<() => Promise<void>> => {
  const after = await readStored(strapi, trx, id);
  if (!after) return nothing;
  await followUses(strapi, trx, before, after);
  if (before?.kind === 'dynamic' && after.kind !== 'dynamic') {
    await becomeManual(strapi, trx, id);
  }
  if (after.kind === 'dynamic') await writeUpkeep(strapi, id, { group_id: id }, trx);
  if (!asksAgain(before, after)) return nothing;
  await inTable(strapi, CONTACT_GROUPS_TABLE, trx)
    .where('id', id)
    .update({ rebuild_state: 'queued' });
  return () => startLogged(strapi, id);
};

const nothing = () => Promise.resolve();

/** A save that stands is no failure because its job has to wait (upkeep.ts queues it again). */
const startLogged = async (strapi: Core.Strapi, groupId: number): Promise<void> => {
  try {
    await startRebuild(strapi, groupId);
  } catch (error) {
    strapi.log.error(`contact-management: a rebuild could not be queued: ${causeOf(error)}`);
  }
};

const followUses = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  before: StoredGroup | null,
  after: StoredGroup
): Promise<void> => {
  if (before) await renameUser(strapi, trx, asUser(before), asUser(after));
  if (before && isSame(before, after)) return;
  const condition = conditionOf(after);
  if (!condition) return forgetUses(strapi, trx, asUser(after));
  const uses = conditions(strapi).dependencies(condition);
  await keepUses(strapi, trx, asUser(after), uses);
};

const isSame = (before: StoredGroup, after: StoredGroup): boolean =>
  JSON.stringify(conditionOf(before)) === JSON.stringify(conditionOf(after));

/** A disabled group is not asked; when it is enabled again it has missed what happened meanwhile. */
const asksAgain = (before: StoredGroup | null, after: StoredGroup): boolean => {
  if (after.kind !== 'dynamic' || !after.enabled) return false;
  const isAsked = before?.kind === 'dynamic' && Boolean(before.enabled);
  return !isAsked || !isSame(before, after) || before.time_zone !== after.time_zone;
};

/** Nobody leaves because a group stops asking: who was in by condition is in by hand from now on. */
const becomeManual = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  groupId: number
): Promise<void> => {
  await inTable(strapi, GROUP_MEMBERS_TABLE, trx)
    .where({ group_id: groupId, by_condition: true })
    .update({ by_condition: false, by_hand: true });
  await clearRebuild(strapi, trx, groupId);
  await writeUpkeep(strapi, groupId, { rebuild_token: null, problem: null }, trx);
  await inTable(strapi, CONTACT_GROUPS_TABLE, trx)
    .where('id', groupId)
    .update({ rebuild_state: null });
};
