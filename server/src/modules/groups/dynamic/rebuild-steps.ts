/** How a rebuild begins and ends. The newest one counts: an older one finds another token and stops. */
import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { now, type Milliseconds } from '../../../platform/clock';
import { retryConflicts } from '../../../platform/retry-conflicts';
import { inTable } from '../../../platform/sql/table';
import { inTransaction } from '../../../platform/transaction';
import { conditions } from '../../conditions';
import { CONTACT_GROUPS_TABLE, type GroupRef, type RebuildState } from '../contract';
import { lockGroup } from '../group-row';
import { countAgain } from '../members/group-size';
import { toCondition } from './dynamic-groups';
import { isRefusal, noteProblem } from './problem';
import { clearRebuild, writeMoves } from './rebuild-tables';
import { readUpkeep, writeUpkeep } from './upkeep-row';

export interface Rebuild extends GroupRef {
  token: string;
  /** The moment that the condition was asked at. */
  at: Milliseconds;
}

interface Begun extends Rebuild {
  condition: unknown;
  timeZone: string | undefined;
}

/** Null when there is nothing to ask: the group is gone, disabled or manual. Throws what the condition is refused with. */
export const beginRebuild = async (
  strapi: Core.Strapi,
  groupId: number
): Promise<Rebuild | null> => {
  const begun = await retryConflicts(strapi, () =>
    inTransaction(strapi, (trx) => takeToken(strapi, trx, groupId))
  );
  if (!begun) return null;
  const { condition, timeZone, ...rebuild } = begun;
  const matching = () =>
    conditions(strapi).matching(toCondition(condition), { now: rebuild.at, timeZone });
  try {
    return (await findMoves(strapi, rebuild, matching)) ? rebuild : null;
  } catch (error) {
    await abandonRebuild(strapi, rebuild);
    if (isRefusal(error)) await noteProblem(strapi, rebuild, error.message);
    throw error;
  }
};

/**
 * False when another rebuild has begun, or the group is gone: what this one found is dropped before
 * anybody sees it, else the other one would take it for its own.
 */
export const findMoves = (
  strapi: Core.Strapi,
  rebuild: Rebuild,
  matching: () => Knex.QueryBuilder
): Promise<boolean> =>
  retryConflicts(strapi, () =>
    writeMoves(strapi, rebuild.groupId, matching(), async (trx) => {
      const group = await lockGroup(strapi, trx, { id: rebuild.groupId });
      return group !== null && isUnderWay(strapi, rebuild, trx);
    })
  );

/** From here on, whoever is asked because something changed is written down (rebuild-tables.ts). */
const takeToken = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  groupId: number
): Promise<Begun | null> => {
  const ref = await lockGroup(strapi, trx, { id: groupId });
  const group = await inTable(strapi, CONTACT_GROUPS_TABLE, trx)
    .where('id', groupId)
    .first('kind', 'enabled', 'condition', 'time_zone');
  if (!ref || group?.kind !== 'dynamic' || !group.enabled) return null;
  const rebuild = { ...ref, token: randomUUID(), at: now() };
  await clearRebuild(strapi, trx, groupId);
  const upkeep = { rebuild_token: rebuild.token, clock_checked_at: rebuild.at };
  await writeUpkeep(strapi, groupId, upkeep, trx);
  await inTable(strapi, CONTACT_GROUPS_TABLE, trx)
    .where('id', groupId)
    .update({ rebuild_state: 'running' satisfies RebuildState });
  return {
    ...rebuild,
    condition: group.condition,
    timeZone: (group.time_zone as string | null) ?? undefined,
  };
};

/** False when another one has begun. */
export const finishRebuild = (strapi: Core.Strapi, rebuild: Rebuild): Promise<boolean> =>
  retryConflicts(strapi, () =>
    inTransaction(strapi, async (trx) => {
      const { groupId } = rebuild;
      if (!(await lockGroup(strapi, trx, { id: groupId }))) return false;
      if (!(await isUnderWay(strapi, rebuild, trx))) return false;
      await clearRebuild(strapi, trx, groupId);
      await writeUpkeep(strapi, groupId, { rebuild_token: null, problem: null }, trx);
      await countAgain(strapi, trx, [groupId]);
      await endState(strapi, trx, groupId, {
        rebuild_state: 'done' satisfies RebuildState,
        rebuilt_at: new Date(rebuild.at),
      });
      return true;
    })
  );

/**
 * Of one that nobody goes on with; without a token of whichever there is, even one that only waits. What
 * it has done stays done.
 */
export const abandonRebuild = (
  strapi: Core.Strapi,
  rebuild: Rebuild | { groupId: number }
): Promise<void> =>
  retryConflicts(strapi, () =>
    inTransaction(strapi, async (trx) => {
      const { groupId } = rebuild;
      if (!(await lockGroup(strapi, trx, { id: groupId }))) return;
      const isOne = 'token' in rebuild;
      if (isOne && !(await isUnderWay(strapi, rebuild, trx))) return;
      await clearRebuild(strapi, trx, groupId);
      await writeUpkeep(strapi, groupId, { rebuild_token: null }, trx);
      const failed = { rebuild_state: 'failed' satisfies RebuildState };
      await endState(strapi, trx, groupId, failed, isOne ? ['running'] : ['queued', 'running']);
    })
  );

export const isUnderWay = async (
  strapi: Core.Strapi,
  { groupId, token }: Rebuild,
  trx?: Knex.Transaction
): Promise<boolean> => (await readUpkeep(strapi, groupId, trx))?.rebuild_token === token;

/** A group that was saved meanwhile waits for the next one, and goes on saying so. */
const endState = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  groupId: number,
  values: Record<string, unknown>,
  from: RebuildState[] = ['running']
): Promise<void> => {
  await inTable(strapi, CONTACT_GROUPS_TABLE, trx)
    .where('id', groupId)
    .whereIn('rebuild_state', from)
    .update(values);
};
