/** When points stop counting: after a time, after a day, or bit by bit. */
import { normalizeDay } from '../../../platform/normalize-day';
import { isRecord } from '../../../platform/records';
import { VALIDITY_UNITS, type ScoreRuleSettings, type Validity } from '../contract';
import { isWhole, onlyKnown, refuse } from './refuse';

type Ending = Pick<ScoreRuleSettings, 'validFor' | 'until' | 'halfLifeDays'>;

export const readEnding = (input: Record<string, unknown>): Ending => {
  const validFor = given(input.validFor, readValidity);
  const until = given(input.until, readLastDay);
  const halfLifeDays = given(input.halfLifeDays, readHalfLife);
  if (validFor && until !== undefined) {
    return refuse('until', 'and validFor cannot both be given: points end in one way');
  }
  return {
    ...(validFor ? { validFor } : {}),
    ...(until === undefined ? {} : { until }),
    ...(halfLifeDays === undefined ? {} : { halfLifeDays }),
  };
};

const given = <Value>(input: unknown, read: (input: unknown) => Value): Value | undefined =>
  input === undefined || input === null ? undefined : read(input);

const MOST_OF: Record<Validity['unit'], number> = {
  minutes: 1_000_000,
  hours: 100_000,
  days: 36_500,
  weeks: 5_200,
};

/** Months and years are of different lengths, and three databases would end them on different days. */
const readValidity = (input: unknown): Validity => {
  if (!isRecord(input)) return refuse('validFor', 'must be such as { "last": 90, "unit": "days" }');
  onlyKnown(input, ['last', 'unit'], 'validFor');
  const { last } = input;
  const unit = VALIDITY_UNITS.find((known) => known === input.unit);
  if (!unit) {
    return refuse(
      'validFor.unit',
      `must be one of ${VALIDITY_UNITS.join(', ')}: months and years differ in length`
    );
  }
  return isWhole(last, 1, MOST_OF[unit])
    ? { last, unit }
    : refuse('validFor.last', `must be a whole number from 1 to ${MOST_OF[unit]}`);
};

const readLastDay = (input: unknown): string => {
  const day = typeof input === 'string' ? normalizeDay(input) : null;
  return day !== null && day === input ? day : refuse('until', 'must be a day such as 2026-12-31');
};

const LONGEST_HALF_LIFE = 3_650;

const readHalfLife = (input: unknown): number =>
  isWhole(input, 1, LONGEST_HALF_LIFE)
    ? input
    : refuse('halfLifeDays', `must be a whole number of days from 1 to ${LONGEST_HALF_LIFE}`);
