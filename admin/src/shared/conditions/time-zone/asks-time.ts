/** Whether a condition's answer can depend on the time zone that its days are in. */
import type { Condition } from '../../../../../server/src/modules/conditions/contract';

export const asksTime = (condition: Condition): boolean =>
  !condition.disabled && isTimed(condition);

/** Wherever in the condition a length of time, two days or a day may stand. */
const isTimed = (part: unknown): boolean => {
  if (Array.isArray(part)) return part.some(isTimed);
  if (typeof part !== 'object' || part === null) return false;
  if (Reflect.get(part, 'disabled') === true) return false;
  return isMoment(part) || Object.values(part).some(isTimed);
};

const isMoment = (part: object): boolean => {
  const { type, operator, value, unit, between } = part as Record<string, unknown>;
  if (type === 'time' || between !== undefined) return true;
  if (operator === 'between') return Array.isArray(value) && typeof value[0] === 'string';
  if (typeof operator === 'string' && DAY_OPERATORS.includes(operator)) return true;
  if (typeof type === 'string' && type.includes('.')) return true;
  return typeof unit === 'string' && CALENDAR_UNITS.includes(unit);
};

const DAY_OPERATORS = ['on', 'before', 'after'];
/** An hour is an hour everywhere. */
const CALENDAR_UNITS = ['days', 'weeks', 'months', 'years'];
