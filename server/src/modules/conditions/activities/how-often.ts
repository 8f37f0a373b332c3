/** So often: which groups of rows are, and who is by doing nothing at all. */
import type { Compiled, Query } from '../leaf';
import type { HowOften } from './read-test';

/**
 * `groups` is grouped by contact and selects it. Who has no row at all has done it 0 times, so `atMost`,
 * `never` and `exactly 0` are asked as their opposite.
 */
export const doneSoOften = (
  groups: Query,
  { operator, count = 0 }: HowOften,
  counted = 'count(*)'
): Compiled => {
  if (operator === 'never' || count === 0) return { ids: groups, except: true };
  if (operator === 'atLeast' && count === 1) return { ids: groups };
  if (operator === 'atLeast') return { ids: groups.havingRaw(`${counted} >= ?`, [count]) };
  if (operator === 'atMost')
    return { ids: groups.havingRaw(`${counted} > ?`, [count]), except: true };
  return { ids: groups.havingRaw(`${counted} = ?`, [count]) };
};
