/** What conditions give: their points once, for as long as they hold. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Milliseconds } from '../../../platform/clock';
import { dialectOf } from '../../../platform/sql/dialect';
import { conditions } from '../../conditions';
import type { ConditionTrigger } from '../contract';
import type { LiveRule } from '../live-rules';
import { narrow, type Scope } from '../scope';
import { NO_ACTIVITY } from '../tables';
import { INTEGER } from './integer-sql';

export type ConditionLive = LiveRule & { on: ConditionTrigger };

export const isByCondition = (rule: LiveRule): rule is ConditionLive =>
  rule.on.kind === 'condition';

/** Rows of `AWARD_COLUMNS`, one query for each rule. */
export const awardsByCondition = (
  strapi: Core.Strapi,
  rules: LiveRule[],
  { scope, at }: { scope: Scope; at: Milliseconds }
): Knex.QueryBuilder[] =>
  rules.filter(isByCondition).map((rule) => holding(strapi, rule, { scope, at }));

const holding = (
  strapi: Core.Strapi,
  rule: ConditionLive,
  { scope, at }: { scope: Scope; at: Milliseconds }
): Knex.QueryBuilder => {
  const { connection } = strapi.db;
  const integer = INTEGER[dialectOf(strapi)];
  const asked = 'ids' in scope ? { now: at, scope: scope.ids } : { now: at };
  const matching = connection.from(conditions(strapi).matching(rule.on.condition, asked).as('m'));
  return narrow(strapi, matching, 'm.id', scope).select(
    connection.raw('m.id as contact_id'),
    connection.raw(`${integer} as score_id`, [rule.scoreId]),
    connection.raw(`${integer} as rule_id`, [rule.ruleId]),
    connection.raw(`${integer} as activity_id`, [NO_ACTIVITY]),
    connection.raw(`${integer} as points`, [rule.points]),
    connection.raw(`${integer} as awarded_at`, [at]),
    connection.raw(`${integer} as expires_at`, [expiryOf(rule, at) as Knex.Value]),
    connection.raw(`${integer} as half_life`, [rule.halfLife as Knex.Value])
  );
};

export const expiryOf = (
  { endsAt, validFor }: Pick<LiveRule, 'endsAt' | 'validFor'>,
  awardedAt: Milliseconds
): Milliseconds | null => endsAt ?? (validFor === null ? null : awardedAt + validFor);
