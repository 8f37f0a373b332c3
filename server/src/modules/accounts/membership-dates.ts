/** When a membership counts as current. Days are `YYYY-MM-DD`, UTC. */
import { now, type Milliseconds } from '../../platform/clock';

const DAY_LENGTH = 'YYYY-MM-DD'.length;

export const today = (at: Milliseconds = now()): string =>
  new Date(at).toISOString().slice(0, DAY_LENGTH);

/** Until the day it ends, from which on the contact is a former member. */
export const isCurrent = (
  { until }: { until: string | null | undefined },
  day = today()
): boolean => !until || until > day;

/** The same in SQL, over memberships as `m`; bind the day. */
export const CURRENT = '(m.until is null or m.until > ?)';

/** A last day that passes by itself changes no row: who is a former member is nobody's main one by that. */
export const isMain = (
  membership: { until: string | null | undefined },
  flag: boolean | number | null
): boolean => Boolean(flag) && isCurrent(membership);
