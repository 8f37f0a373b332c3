/** Scores and their rules as the computing needs them. What is switched off is not among them. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { DAY, HOUR, MINUTE, type Milliseconds } from '../../platform/clock';
import { findRows } from '../../platform/find-rows';
import { inTable } from '../../platform/sql/table';
import { siteTimeZone, startOfNextDay } from '../conditions';
import {
  SCORE_UID,
  SCORES_TABLE,
  type RollUp,
  type ScoreRuleSettings,
  type Threshold,
  type Validity,
} from './contract';

export interface LiveRule {
  scoreId: number;
  /** The score's code. */
  score: string;
  ruleId: number;
  points: number;
  on: ScoreRuleSettings['on'];
  /** Activities of a contact that count. */
  cap: number;
  /** Points end so long after they were awarded, or at that moment; both null: never. */
  validFor: Milliseconds | null;
  endsAt: Milliseconds | null;
  halfLife: Milliseconds | null;
}

export interface LiveScore {
  scoreId: number;
  documentId: string;
  name: string;
  displayName: string;
  isMain: boolean;
  rollUp: RollUp;
  rules: LiveRule[];
  thresholds: Threshold[];
}

interface Stored {
  id: number;
  documentId: string;
  name: string;
  displayName: string;
  isMain: boolean;
  accountRollUp: RollUp;
  rules: ScoreRuleSettings[] | null;
  thresholds: Threshold[] | null;
}

const FIELDS = [
  ...['id', 'documentId', 'name', 'displayName', 'isMain', 'accountRollUp', 'rules', 'thresholds'],
];

/** By name. */
export const readLiveScores = async (strapi: Core.Strapi): Promise<LiveScore[]> => {
  const timeZone = siteTimeZone(strapi);
  const stored = await findRows<Stored>(strapi, SCORE_UID, {
    where: { enabled: true },
    select: FIELDS,
    orderBy: { name: 'asc' },
  });
  return stored.map(({ id, accountRollUp, rules, thresholds, ...score }) => ({
    ...score,
    scoreId: id,
    rollUp: accountRollUp,
    rules: (rules ?? [])
      .filter(({ enabled }) => enabled)
      .map((rule) => toLive({ scoreId: id, score: score.name }, rule, timeZone)),
    thresholds: thresholds ?? [],
  }));
};

/** Every activity. */
const NO_CAP = 2_147_483_647;

const toLive = (
  score: Pick<LiveRule, 'scoreId' | 'score'>,
  { id, points, on, recurring, cap, validFor, until, halfLifeDays }: ScoreRuleSettings,
  timeZone: string
): LiveRule => ({
  ...score,
  ruleId: id,
  points,
  on,
  cap: recurring ? (cap ?? NO_CAP) : 1,
  validFor: validFor ? lengthOf(validFor) : null,
  endsAt: until === undefined ? null : startOfNextDay(until, timeZone),
  halfLife: halfLifeDays === undefined ? null : halfLifeDays * DAY,
});

const LENGTHS: Record<Validity['unit'], Milliseconds> = {
  minutes: MINUTE,
  hours: HOUR,
  days: DAY,
  weeks: 7 * DAY,
};

const lengthOf = ({ last, unit }: Validity): Milliseconds => last * LENGTHS[unit];

/** Of every score that there is, switched off or not, as its JSON stands. */
export const readAllRules = async (
  strapi: Core.Strapi
): Promise<{ id: number; name: string; rules: ScoreRuleSettings[] }[]> => {
  const scores = await findRows<Pick<Stored, 'id' | 'name' | 'rules'>>(strapi, SCORE_UID, {
    select: ['id', 'name', 'rules'],
  });
  return scores.map(({ id, name, rules }) => ({ id, name, rules: rules ?? [] }));
};

/**
 * Whoever makes totals takes this first: then every award that is there is committed and seen, and no
 * two make one total at once. Before contacts are locked, and before groups are.
 */
export const lockTotals = async (strapi: Core.Strapi, trx: Knex.Transaction): Promise<void> => {
  await inTable(strapi, SCORES_TABLE, trx).orderBy('id').forUpdate().select('id');
};
