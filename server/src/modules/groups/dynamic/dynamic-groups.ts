/**
 * The groups by condition that are kept up to date: enabled ones. What they depend on is kept in memory;
 * each look compares when they were saved, so that what another server saved counts at once.
 */
import type { Core } from '@strapi/strapi';
import { aliased } from '../../../platform/sql/table';
import { toDate, type StoredDate } from '../../../platform/sql/dates';
import { conditions } from '../../conditions';
import type { Condition, Dependencies } from '../../conditions/contract';
import { CONTACT_GROUPS_TABLE, type GroupRef } from '../contract';
import { UPKEEP_TABLE } from '../tables';
import { isRefusal, noteProblem } from './problem';

export interface DynamicGroup extends GroupRef {
  condition: Condition;
  timeZone: string | undefined;
  dependsOn: Dependencies;
  /** A rebuild is under way. */
  rebuilding: boolean;
  clockCheckedAt: number | null;
}

interface Row extends GroupRef {
  savedAt: StoredDate;
  token: string | null;
  clockCheckedAt: number | string | null;
}

interface Known {
  savedAt: number;
  /** Null when it cannot be asked any more. */
  group: Pick<DynamicGroup, 'condition' | 'timeZone' | 'dependsOn'> | null;
}

const known = new WeakMap<Core.Strapi, Map<number, Known>>();

export const dynamicGroups = async (strapi: Core.Strapi): Promise<DynamicGroup[]> => {
  const rows = (await aliased(strapi, { g: CONTACT_GROUPS_TABLE })
    .leftJoin({ u: UPKEEP_TABLE }, 'u.group_id', 'g.id')
    .where({ 'g.kind': 'dynamic', 'g.enabled': true })
    .orderBy('g.id')
    .select({
      ...{ groupId: 'g.id', documentId: 'g.document_id', name: 'g.name' },
      ...{ savedAt: 'g.updated_at', token: 'u.rebuild_token' },
      clockCheckedAt: 'u.clock_checked_at',
    })) as unknown as Row[];
  const before = known.get(strapi) ?? new Map<number, Known>();
  const now = new Map<number, Known>();
  known.set(strapi, now);
  const stale = rows.filter((row) => before.get(row.groupId)?.savedAt !== savedAtOf(row));
  const read = await readConditions(strapi, stale);
  return rows.flatMap((row) => {
    const one = read.get(row.groupId) ?? before.get(row.groupId);
    if (!one) return [];
    now.set(row.groupId, one);
    return one.group ? [{ ...refOf(row), ...one.group, ...stateOf(row) }] : [];
  });
};

const savedAtOf = ({ savedAt }: Row): number => toDate(savedAt)?.getTime() ?? 0;

const refOf = ({ groupId, documentId, name }: Row): GroupRef => ({ groupId, documentId, name });

const stateOf = ({ token, clockCheckedAt }: Row) => ({
  rebuilding: token !== null,
  clockCheckedAt: clockCheckedAt === null ? null : Number(clockCheckedAt),
});

const readConditions = async (strapi: Core.Strapi, rows: Row[]): Promise<Map<number, Known>> => {
  const read = new Map<number, Known>();
  if (rows.length === 0) return read;
  const stored = (await aliased(strapi, { g: CONTACT_GROUPS_TABLE })
    .whereIn(
      'g.id',
      rows.map(({ groupId }) => groupId)
    )
    .select({ id: 'g.id', condition: 'g.condition', timeZone: 'g.time_zone' })) as unknown as {
    id: number;
    condition: unknown;
    timeZone: string | null;
  }[];
  const byId = new Map(stored.map((one) => [one.id, one]));
  for (const row of rows) {
    const one = byId.get(row.groupId);
    if (!one) continue;
    const group = await understand(strapi, row, toCondition(one.condition));
    read.set(row.groupId, {
      savedAt: savedAtOf(row),
      group: group && { ...group, timeZone: one.timeZone ?? undefined },
    });
  }
  return read;
};

const understand = async (strapi: Core.Strapi, row: Row, condition: Condition) => {
  try {
    return { condition, dependsOn: conditions(strapi).dependencies(condition) };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    await noteProblem(strapi, refOf(row), error.message);
    return null;
  }
};

/** JSON columns come as text from SQLite and MariaDB. */
export const toCondition = (stored: unknown): Condition =>
  (typeof stored === 'string' ? JSON.parse(stored) : stored) as Condition;
