/**
 * Month partitions of `cm_activities` on PostgreSQL, made before anything falls into them: at boot for
 * this month and the next, by the daily job, and on demand for older history (imports, sample data).
 */
import type { Core } from '@strapi/strapi';
import type { Milliseconds } from '../../platform/clock';
import { dialectOf } from '../../platform/sql/dialect';
import { ACTIVITIES_TABLE } from './contract';

interface Month {
  name: string;
  from: Milliseconds;
  to: Milliseconds;
}

/** The UTC month a moment lies in. */
export const monthOf = (at: Milliseconds): Month => {
  const day = new Date(at);
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth()];
  return {
    name: `${ACTIVITIES_TABLE}_${year}_${String(month + 1).padStart(2, '0')}`,
    from: Date.UTC(year, month, 1),
    to: Date.UTC(year, month + 1, 1),
  };
};

export interface Partitions {
  /** Makes the partitions these moments need. Cheap when they are known to exist. */
  ensure(moments: Milliseconds[]): Promise<void>;
  /** Makes those of the months ahead. */
  ensureAhead(now: Milliseconds, months: number): Promise<void>;
}

export const createPartitions = (strapi: Core.Strapi): Partitions => {
  if (dialectOf(strapi) !== 'postgres') {
    return { ensure: () => Promise.resolve(), ensureAhead: () => Promise.resolve() };
  }
  const made = new Set<string>();
  const ensure = async (moments: Milliseconds[]) => {
    const months = new Map(moments.map((at) => [monthOf(at).from, monthOf(at)]));
    for (const month of months.values()) {
      if (made.has(month.name)) continue;
      await createMonth(strapi, month);
      made.add(month.name);
    }
  };
  return {
    ensure,
    ensureAhead: (now, months) =>
      ensure(
        Array.from({ length: months + 1 }, (_, ahead) => {
          const day = new Date(now);
          return Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + ahead, 1);
        })
      ),
  };
};

/** `if not exists` still fails when two servers make the same one at once: a lock puts them in a row. */
const createMonth = (strapi: Core.Strapi, { name, from, to }: Month) =>
  strapi.db.connection.transaction(async (trx) => {
    await trx.raw(`select pg_advisory_xact_lock(hashtext('cm_activities partitions'))`);
    await trx.raw(
      `create table if not exists ${name} partition of ${ACTIVITIES_TABLE} for values from (${from}) to (${to})`
    );
  });
