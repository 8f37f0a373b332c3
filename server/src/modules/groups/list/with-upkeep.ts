/** What is known of groups besides their rows: how fresh they are, and what is being done about it. */
import type { Core } from '@strapi/strapi';
import { now } from '../../../platform/clock';
import { jobs } from '../../../platform/jobs/service';
import { recalculation } from '../../../platform/recalculation/recalculation-module';
import { inTable } from '../../../platform/sql/table';
import type { GroupView } from '../contract';
import { UPKEEP_TABLE, type UpkeepRow } from '../tables';

export type StoredView = Omit<GroupView, 'rebuildJob' | 'problem' | 'freshAt'> & { id: number };

/** By row number. */
export const withUpkeep = async (
  strapi: Core.Strapi,
  groups: StoredView[]
): Promise<Map<number, GroupView>> => {
  const dynamic = groups.filter(({ kind }) => kind === 'dynamic').map(({ id }) => id);
  const upkeep = await readUpkeeps(strapi, dynamic);
  const pending = await pendingJobs(strapi, [...upkeep.values()]);
  const freshAt = dynamic.length > 0 ? await settledUpTo(strapi) : null;
  return new Map(
    groups.map(({ id, ...group }) => {
      const kept = upkeep.get(id);
      const job = String(kept?.rebuild_job ?? '');
      const view: GroupView = {
        ...group,
        rebuildJob: pending.has(job) ? job : null,
        problem: kept?.problem ?? null,
        freshAt: group.kind === 'dynamic' && group.enabled ? freshAt : null,
      };
      return [id, view] as const;
    })
  );
};

const readUpkeeps = async (
  strapi: Core.Strapi,
  groupIds: number[]
): Promise<Map<number, UpkeepRow>> => {
  if (groupIds.length === 0) return new Map();
  const rows = (await inTable(strapi, UPKEEP_TABLE).whereIn(
    'group_id',
    groupIds
  )) as unknown as UpkeepRow[];
  return new Map(rows.map((row) => [row.group_id, row]));
};

const pendingJobs = async (strapi: Core.Strapi, upkeep: UpkeepRow[]): Promise<Set<string>> => {
  const ids = upkeep.flatMap(({ rebuild_job }) =>
    rebuild_job === null ? [] : [String(rebuild_job)]
  );
  const found = await jobs(strapi).findMany(ids);
  const isPending = ({ status }: { status: string }) => status === 'queued' || status === 'running';
  return new Set(found.filter(isPending).map(({ id }) => id));
};

/** Everything that was written before has been worked out. */
const settledUpTo = async (strapi: Core.Strapi): Promise<string> =>
  new Date((await recalculation(strapi).waitingSince()) ?? now()).toISOString();
