/**
 * Rules and thresholds are known by a number that outlives renaming and reordering. It is drawn by
 * chance and not counted up, so that none that is gone comes back with another's awards.
 */
import { randomInt } from 'node:crypto';
import { INTEGER_RANGE } from '../../../platform/sql/integer-range';
import { isWhole, refuse } from './refuse';

/** Undefined where none is given. */
export const takeId = (id: unknown, taken: Set<number>): number | undefined => {
  if (id === undefined || id === null) return undefined;
  if (!isWhole(id, 1, INTEGER_RANGE.max)) {
    return refuse('id', `must be a whole number from 1 to ${INTEGER_RANGE.max}`);
  }
  if (taken.has(id)) return refuse('id', 'is that of another one in this score');
  taken.add(id);
  return id;
};

export const newId = (taken: Set<number>): number => {
  let id = randomInt(1, INTEGER_RANGE.max);
  while (taken.has(id)) id = randomInt(1, INTEGER_RANGE.max);
  taken.add(id);
  return id;
};
