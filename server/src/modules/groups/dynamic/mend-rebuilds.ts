/** Rebuilds that were asked for and are not on their way: the server was killed in between, or somebody stopped the job. */
import type { Core } from '@strapi/strapi';
import { aliased } from '../../../platform/sql/table';
import { CONTACT_GROUPS_TABLE, GROUP_MEMBERS_TABLE, type RebuildState } from '../contract';
import { UPKEEP_TABLE } from '../tables';
import { abandonRebuild } from './rebuild-steps';
import { rebuildJob, startRebuild } from './start-rebuild';
import { writeUpkeep } from './upkeep-row';

const STOPPED = 'The last rebuild did not come to its end';

export const mendRebuilds = async (strapi: Core.Strapi): Promise<void> => {
  for (const { id, state } of await unfinished(strapi)) {
    const job = await rebuildJob(strapi, id);
    if (job?.status === 'queued' || job?.status === 'running') continue;
    if (state === 'queued' && job?.status !== 'cancelled') {
      await startRebuild(strapi, id);
      continue;
    }
    await abandonRebuild(strapi, { groupId: id });
    await writeUpkeep(strapi, id, { problem: job?.error ?? STOPPED, rebuild_job: null });
  }
};

const unfinished = async (strapi: Core.Strapi) =>
  (await dynamic(strapi)
    .whereIn('g.rebuild_state', ['queued', 'running'] satisfies RebuildState[])
    .select({ id: 'g.id', state: 'g.rebuild_state' })) as unknown as {
    id: number;
    state: RebuildState;
  }[];

const dynamic = (strapi: Core.Strapi) =>
  aliased(strapi, { g: CONTACT_GROUPS_TABLE })
    .where({ 'g.kind': 'dynamic', 'g.enabled': true })
    .orderBy('g.id');

/** To be rebuilt at the next look. */
export const queueRebuilds = async (strapi: Core.Strapi, groupIds: number[]): Promise<void> => {
  if (groupIds.length === 0) return;
  await strapi.db
    .getConnection(CONTACT_GROUPS_TABLE)
    .whereIn('id', groupIds)
    .where({ kind: 'dynamic', enabled: true })
    .update({ rebuild_state: 'queued' satisfies RebuildState });
};

/** An import brings groups back, but not their members. */
export const refillEmptied = async (strapi: Core.Strapi): Promise<void> => {
  const members = aliased(strapi, { x: GROUP_MEMBERS_TABLE })
    .whereRaw('x.group_id = g.id')
    .select('x.id');
  const upkeep = aliased(strapi, { u: UPKEEP_TABLE }).whereRaw('u.group_id = g.id').select('u.id');
  const ids: unknown[] = await dynamic(strapi)
    .where((lost) => {
      void lost
        .whereNotExists(upkeep)
        .orWhere((empty) => void empty.where('g.size', '>', 0).whereNotExists(members));
    })
    .pluck('g.id');
  await queueRebuilds(strapi, ids as number[]);
};
