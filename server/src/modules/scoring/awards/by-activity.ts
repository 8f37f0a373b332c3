/**
 * What activities give: each contact's first so many that a rule is about, by when they occurred. It
 * depends on what is stored alone, and not on the order in which it came. Activities are read once for
 * all rules.
 */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { aliased } from '../../../platform/sql/table';
import { ACTIVITIES_TABLE } from '../../activities';
import { conditions } from '../../conditions';
import type { ActivityTrigger } from '../contract';
import type { LiveRule } from '../live-rules';
import { narrow, type Scope } from '../scope';
import { endsAtSql, ruleRows } from './rule-rows';

type ActivityLive = LiveRule & { on: ActivityTrigger };

const ANY = '*';

/** Rows of `AWARD_COLUMNS`; one query for rules of named types and one for those of any type. */
export const awardsByActivity = (
  strapi: Core.Strapi,
  rules: LiveRule[],
  scope: Scope
): Knex.QueryBuilder[] => {
  const those = rules.filter((rule): rule is ActivityLive => rule.on.kind === 'activity');
  const typed = those.filter(({ on }) => on.activity !== ANY);
  const untyped = those.filter(({ on }) => on.activity === ANY);
  return [typed, untyped]
    .filter((some) => some.length > 0)
    .map((some) => firstOfEach(strapi, some, scope));
};

const firstOfEach = (
  strapi: Core.Strapi,
  rules: ActivityLive[],
  scope: Scope
): Knex.QueryBuilder => {
  const { connection } = strapi.db;
  const found = triggering(strapi, rules, scope).select(
    'a.contact_id',
    'r.score_id',
    'r.rule_id',
    'r.cap',
    'r.points',
    'r.half_life',
    connection.raw('a.id as activity_id'),
    connection.raw('a.occurred_at as awarded_at'),
    connection.raw(`${endsAtSql('a.occurred_at')} as expires_at`),
    connection.raw(
      'row_number() over (partition by a.contact_id, r.n order by a.occurred_at, a.id) as place'
    )
  );
  return connection
    .from(found.as('f'))
    .whereRaw('f.place <= f.cap')
    .select(
      ...['f.contact_id', 'f.score_id', 'f.rule_id', 'f.activity_id', 'f.points'],
      ...['f.awarded_at', 'f.expires_at', 'f.half_life']
    );
};

/** Activities as `a`, each with every rule as `r` that it answers. */
const triggering = (
  strapi: Core.Strapi,
  rules: ActivityLive[],
  scope: Scope
): Knex.QueryBuilder => {
  const { connection } = strapi.db;
  const types = [...new Set(rules.map(({ on }) => on.activity))];
  const rows = ruleRows(strapi, rules, ({ on }) => types.indexOf((on as ActivityTrigger).activity));
  const query = narrow(
    strapi,
    aliased(strapi, { a: ACTIVITIES_TABLE }) as Knex.QueryBuilder,
    'a.contact_id',
    scope
  );
  if (types[0] === ANY) void query.joinRaw('cross join ?', [rows]);
  else {
    const cases = types.map((_, at) => `when ? then ${at}`).join(' ');
    void query
      .joinRaw(`join ? on r.type_no = case a.type ${cases} end`, [rows, ...types])
      .whereIn('a.type', types);
  }
  const tests = rules.flatMap(({ on }, n) =>
    on.where
      ? [connection.raw(`when ${n} then (?)`, [conditions(strapi).activityTest(on.where)])]
      : []
  );
  if (tests.length === 0) return query;
  return query.whereRaw(`case r.n ${tests.map(() => '?').join(' ')} else 1 = 1 end`, tests);
};
