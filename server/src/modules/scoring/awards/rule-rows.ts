/** Rules as rows of numbers, for joining activities with those that they may trigger. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { dialectOf } from '../../../platform/sql/dialect';
import type { LiveRule } from '../live-rules';
import { INTEGER } from './integer-sql';

const COLUMNS = [
  ...['n', 'type_no', 'score_id', 'rule_id', 'cap', 'points'],
  ...['valid_for', 'ends_at', 'half_life'],
];

/** `typeNo` numbers the activity types: texts of two origins do not compare everywhere. */
export const ruleRows = (
  strapi: Core.Strapi,
  rules: LiveRule[],
  typeNo: (rule: LiveRule) => number
): Knex.Raw => {
  const integer = INTEGER[dialectOf(strapi)];
  const row = COLUMNS.map((column) => `${integer} as ${column}`).join(', ');
  const bindings = rules.flatMap((rule, n) => [
    ...[n, typeNo(rule), rule.scoreId, rule.ruleId, rule.cap, rule.points],
    ...[rule.validFor, rule.endsAt, rule.halfLife],
  ]);
  const text = rules.map(() => `select ${row}`).join(' union all ');
  return strapi.db.connection.raw(`(${text}) r`, bindings as Knex.RawBinding[]);
};

/** When points of a rule in `r` end that were awarded at the moment in `column`. */
export const endsAtSql = (column: string): string => `coalesce(r.ends_at, ${column} + r.valid_for)`;
