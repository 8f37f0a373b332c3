/**
 * Awards, one by one, and what is made from them. Moments are epoch milliseconds (UTC), as activities
 * have them. Row numbers of activities, not event ids: numbers join in one way on every database.
 */
import type { InternalModel } from '../../platform/models';
import type { ExtraIndex } from '../../platform/sql/extra-index';
import type { UniqueIndex } from '../../platform/sql/unique-violation';
import { AWARDS_TABLE, CROSSINGS_TABLE, TOTALS_TABLE } from './contract';

/** Of an award that is no activity's. */
export const NO_ACTIVITY = 0;
/** The same as SQL, in the words of the index below. */
export const BY_CONDITION = `activity_id = ${NO_ACTIVITY}`;

/** Strapi writes column names into these: an object for each attribute. Two places, and room for sums. */
const points = () => ({ type: 'decimal', columnType: { type: 'decimal', args: [18, 2] } });
const moment = () => ({ type: 'biginteger' });
const number = () => ({ type: 'integer' });

/** An award is given once. */
export const AWARDS_KEY: UniqueIndex = {
  name: 'cm_score_awards_unique',
  table: AWARDS_TABLE,
  columns: ['contact_id', 'score_id', 'rule_id', 'activity_id'],
};

export const scoreAwards: InternalModel = {
  name: 'score-award',
  tableName: AWARDS_TABLE,
  attributes: {
    contactId: number(),
    scoreId: number(),
    ruleId: number(),
    activityId: { type: 'biginteger' },
    points: number(),
    awardedAt: moment(),
    expiresAt: moment(),
    /** Milliseconds; null: the points stay whole. */
    halfLife: moment(),
  },
  indexes: [{ name: AWARDS_KEY.name, columns: AWARDS_KEY.columns, type: 'unique' }],
};

/** A condition is asked of everybody at once; awards of activities are found by their contacts. */
export const awardsByRule: ExtraIndex = {
  name: 'cm_score_awards_by_condition',
  table: AWARDS_TABLE,
  columns: ['score_id', 'rule_id', 'contact_id'],
  where: BY_CONDITION,
};

export const scoreTotals: InternalModel = {
  name: 'score-total',
  tableName: TOTALS_TABLE,
  attributes: {
    contactId: number(),
    scoreId: number(),
    total: points(),
    /** What it was before it changed last: somebody whose total rose over a threshold has crossed it. */
    previous: points(),
    /** The moment that decay is computed for. */
    computedAt: moment(),
    /** When it will change by itself: an award ends, or has decayed for an hour. */
    nextAt: moment(),
  },
  indexes: [
    {
      name: 'cm_score_totals_unique',
      columns: ['contact_id', 'score_id'],
      type: 'unique',
    },
    { name: 'cm_score_totals_top', columns: ['score_id', 'total', 'contact_id'] },
    { name: 'cm_score_totals_due', columns: ['next_at'] },
  ],
};

/** Written in one transaction with the total that crossed, and told to others afterwards. */
export const scoreCrossings: InternalModel = {
  name: 'score-crossing',
  tableName: CROSSINGS_TABLE,
  attributes: {
    contactId: number(),
    scoreId: number(),
    thresholdId: number(),
    total: points(),
    reachedAt: moment(),
    /** When the event went out; null: not yet. */
    announcedAt: moment(),
    /** When people were told by e-mail; null: not yet, or nobody is. */
    mailedAt: moment(),
  },
  indexes: [
    {
      name: 'cm_score_crossings_unique',
      columns: ['contact_id', 'score_id', 'threshold_id', 'reached_at'],
      type: 'unique',
    },
    { name: 'cm_score_crossings_announced', columns: ['announced_at', 'id'] },
    { name: 'cm_score_crossings_mailed', columns: ['score_id', 'threshold_id', 'mailed_at', 'id'] },
  ],
};
