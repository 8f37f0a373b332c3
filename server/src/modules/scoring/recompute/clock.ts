/**
 * What the clock changes: awards end, points decay, and conditions ask about time. Looked at once a
 * minute by one server, from where the last one got to.
 */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { HOUR, MINUTE, now, type Milliseconds } from '../../../platform/clock';
import { inBatches } from '../../../platform/batches';
import type { JobHandler } from '../../../platform/jobs/contract';
import { jobs } from '../../../platform/jobs/service';
import { jobRows } from '../../../platform/jobs/table';
import { readMark, setMark } from '../../../platform/recalculation/marks';
import { aliased } from '../../../platform/sql/table';
import { conditions } from '../../conditions';
import { CONTACTS_TABLE } from '../../contacts';
import { isByCondition, type ConditionLive } from '../awards/by-condition';
import { TOTALS_TABLE } from '../contract';
import { readLiveScores, type LiveScore } from '../live-rules';
import { refreshTotals, settle } from '../settle';
import { workingRules } from '../working-rules';

export const CLOCK_JOB = 'scoring.clock';
const MARK = 'scoring.clock';
const CONTACTS_PER_STEP = 2_000;
/** A server that was off for longer looks at everybody by another way: what it missed is recomputed. */
const LONGEST_LOOK_BACK: Milliseconds = 48 * HOUR;

export const followClock: JobHandler = async ({ strapi, signal }) => {
  // One comes every minute: kept for a month, they would hide all others.
  await jobRows(strapi).where({ name: CLOCK_JOB, status: 'done' }).delete();
  const scores = await readLiveScores(strapi);
  const changed = await refreshDue(strapi, scores, signal);
  if (!signal.aborted) await followConditions(strapi, scores, signal);
  return signal.aborted ? null : { changed };
};

/** Totals that change by themselves by now; answers with how many contacts they are of. */
const refreshDue = async (
  strapi: Core.Strapi,
  scores: LiveScore[],
  signal: AbortSignal
): Promise<number> => {
  let changed = 0;
  const until = now();
  while (!signal.aborted) {
    const ids = (await aliased(strapi, { t: TOTALS_TABLE })
      .where('t.next_at', '<=', until)
      .orderBy('t.next_at')
      .limit(CONTACTS_PER_STEP)
      .pluck('t.contact_id')) as unknown[];
    if (ids.length === 0) break;
    const scope = { ids: [...new Set(ids.map(Number))] };
    await refreshTotals(strapi, { scope, scores });
    changed += scope.ids.length;
  }
  return changed;
};

const followConditions = async (
  strapi: Core.Strapi,
  scores: LiveScore[],
  signal: AbortSignal
): Promise<void> => {
  const to = now();
  const from = Math.max((await readMark(strapi, MARK)) ?? to - MINUTE, to - LONGEST_LOOK_BACK);
  const { working } = workingRules(strapi, scores);
  for (const rule of working.filter(isByCondition)) {
    for (const ids of inBatches(await crossedBy(strapi, rule, { from, to }), CONTACTS_PER_STEP)) {
      if (signal.aborted) return;
      await settle(strapi, { scope: { ids }, scores, rules: [rule] });
    }
  }
  await setMark(strapi, MARK, to);
};

/** Whose answer the clock may have changed. */
const crossedBy = async (
  strapi: Core.Strapi,
  { on }: ConditionLive,
  range: { from: Milliseconds; to: Milliseconds }
): Promise<number[]> => {
  if (!conditions(strapi).dependencies(on.condition).clock) return [];
  const crossed = conditions(strapi).crossed(on.condition, range);
  if (crossed === null) return [];
  const query =
    crossed === 'everybody'
      ? (aliased(strapi, { c: CONTACTS_TABLE }).select('c.id') as Knex.QueryBuilder)
      : crossed;
  const rows = (await query) as Record<string, unknown>[];
  return [...new Set(rows.map((row) => Number(Object.values(row)[0])))];
};

/** On servers that serve HTTP; no second one while one is on its way. */
export const createClockTimer = (strapi: Core.Strapi) => {
  const look = async (): Promise<void> => {
    if (!strapi.server.httpServer.listening) return;
    if ((await readLiveScores(strapi)).length === 0) return;
    if (await jobs(strapi).isPending(CLOCK_JOB)) return;
    await jobs(strapi).add({ name: CLOCK_JOB, payload: {}, createdBy: null });
  };
  const timer = setInterval(() => {
    look().catch((error: unknown) => {
      strapi.log.error(`contact-management: scores do not follow the clock: ${String(error)}`);
    });
  }, MINUTE);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
    },
  };
};
