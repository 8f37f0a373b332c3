/** What rules give, and which awards are theirs. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Milliseconds } from '../../../platform/clock';
import type { LiveRule } from '../live-rules';
import type { Scope } from '../scope';
import { BY_CONDITION } from '../tables';
import { awardsByActivity } from './by-activity';
import { awardsByCondition, isByCondition } from './by-condition';

export const AWARD_COLUMNS = [
  ...['contact_id', 'score_id', 'rule_id', 'activity_id', 'points'],
  ...['awarded_at', 'expires_at', 'half_life'],
];

export interface Deserving {
  scope: Scope;
  rules: LiveRule[];
  at: Milliseconds;
}

/** Rows of `AWARD_COLUMNS`; null where there is no rule. */
export const deservedBy = (
  strapi: Core.Strapi,
  { rules, scope, at }: Deserving
): Knex.QueryBuilder | null => {
  const [first, ...more] = [
    ...awardsByActivity(strapi, rules, scope),
    ...awardsByCondition(strapi, rules, { scope, at }),
  ];
  return first ? first.unionAll(more) : null;
};

/** Awards as `x`. */
export const ofRules = (query: Knex.QueryBuilder, rules: LiveRule[]): void => {
  for (const scoreId of new Set(rules.map((rule) => rule.scoreId))) {
    const ofScore = rules.filter((rule) => rule.scoreId === scoreId);
    const asked = ofScore.filter(isByCondition);
    const done = ofScore.filter((rule) => !isByCondition(rule));
    if (asked.length > 0) {
      void query.orWhere(
        (one) => void ofScoreAndRules(one, scoreId, asked).whereRaw(`x.${BY_CONDITION}`)
      );
    }
    if (done.length > 0) void query.orWhere((one) => void ofScoreAndRules(one, scoreId, done));
  }
};

const ofScoreAndRules = (
  query: Knex.QueryBuilder,
  scoreId: number,
  rules: LiveRule[]
): Knex.QueryBuilder =>
  query.where('x.score_id', scoreId).whereIn(
    'x.rule_id',
    rules.map(({ ruleId }) => ruleId)
  );
