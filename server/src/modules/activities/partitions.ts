/**
 * Month partitions of `cm_activities` on PostgreSQL, made before anything falls into them: at boot for
 * this month and the next, by the daily job, and on demand for older history (imports, sample data).
 * What lies more than five years before the table was made shares one partition: whoever may send
 * events with times of their own could otherwise have a partition made for every month since 1970.
 */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
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

const OLDER = `${ACTIVITIES_TABLE}_older`;
const YEARS_BY_MONTH = 5;

/** Belongs to the table from its first day on: later, months could be in its way. */
export const createOlder = async (knex: Knex, now: Milliseconds): Promise<void> => {
  const today = new Date(now);
  const end = Date.UTC(today.getUTCFullYear() - YEARS_BY_MONTH, today.getUTCMonth(), 1);
  await knex.raw(
    `create table ${OLDER} partition of ${ACTIVITIES_TABLE} for values from (minvalue) to (${end})`
  );
};

/** Where the months begin, as the database has it. */
const readEndOfOlder = async (strapi: Core.Strapi): Promise<Milliseconds> => {
  const { rows } = await strapi.db.connection.raw<{ rows: { bounds: string }[] }>(
    `select pg_get_expr(relpartbound, oid) as bounds from pg_class where oid = to_regclass('${OLDER}')`
  );
  const end = /TO \('(\d+)'\)/.exec(rows[0]?.bounds ?? '')?.[1];
  if (end === undefined) throw new Error(`contact-management: the table ${OLDER} is missing`);
  return Number(end);
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
  let endOfOlder: Milliseconds | undefined;
  const ensure = async (moments: Milliseconds[]) => {
    const end = (endOfOlder ??= await readEndOfOlder(strapi));
    const months = new Map(moments.map((at) => [monthOf(at).from, monthOf(at)]));
    for (const month of months.values()) {
      if (month.from < end || made.has(month.name)) continue;
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
