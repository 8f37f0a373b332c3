/** Who enters or leaves because time passes: asked since the last look, also by a server that was down. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { inBatches } from '../../../platform/batches';
import type { Milliseconds } from '../../../platform/clock';
import { aliased } from '../../../platform/sql/table';
import { conditions } from '../../conditions';
import { CONTACTS_TABLE } from '../../contacts';
import { dynamicGroups, type DynamicGroup } from './dynamic-groups';
import { evaluateGroups } from './evaluate';
import { isRefusal, noteProblem } from './problem';
import { startRebuild } from './start-rebuild';
import { writeUpkeep } from './upkeep-row';

/** More than these are asked by a rebuild. */
const MOST_ASKED = 20_000;
const CONTACTS_PER_EVALUATION = 2_000;

export const followClock = async (strapi: Core.Strapi, at: Milliseconds): Promise<void> => {
  for (const group of await dynamicGroups(strapi)) {
    const { clockCheckedAt: from } = group;
    // One that was never rebuilt waits for that.
    if (!group.dependsOn.clock || from === null || from >= at) continue;
    try {
      await followGroup(strapi, group, { from, to: at });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      await noteProblem(strapi, group, error.message);
    }
    await writeUpkeep(strapi, group.groupId, { clock_checked_at: at });
  }
};

const followGroup = async (
  strapi: Core.Strapi,
  group: DynamicGroup,
  range: { from: Milliseconds; to: Milliseconds }
): Promise<void> => {
  const crossed = conditions(strapi).crossed(group.condition, {
    ...range,
    timeZone: group.timeZone,
  });
  if (crossed === null) return;
  const contactIds = crossed === 'everybody' ? null : await idsOf(strapi, crossed);
  if (contactIds === null) {
    await startRebuild(strapi, group.groupId);
    return;
  }
  for (const some of inBatches(contactIds, CONTACTS_PER_EVALUATION)) {
    await evaluateGroups(strapi, [{ group, contactIds: some }], () => ({ by: 'clock' }), range.to);
  }
};

/** Null when there are very many. */
const idsOf = async (strapi: Core.Strapi, crossed: Knex.QueryBuilder): Promise<number[] | null> => {
  const ids = (await aliased(strapi, { c: CONTACTS_TABLE })
    .whereIn('c.id', crossed)
    .orderBy('c.id')
    .limit(MOST_ASKED + 1)
    .pluck('c.id')) as unknown[] as number[];
  return ids.length > MOST_ASKED ? null : ids;
};
