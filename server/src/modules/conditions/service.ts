/** What other modules and a site's own code may ask of conditions. */
import type { Core } from '@strapi/strapi';
import { config } from '../../config';
import { now, type Milliseconds } from '../../platform/clock';
import { service } from '../../platform/plugin';
import { dialectOf } from '../../platform/sql/dialect';
import { activityQuestion } from './activities/activity-fields';
import { compile } from './compile';
import type {
  Condition,
  ConditionPreview,
  CoreCondition,
  Dependencies,
  Explanation,
  FieldQuestion,
  RegisteredRule,
} from './contract';
import { crossedBy } from './crossed';
import { dependenciesOf } from './dependencies';
import { explainCondition } from './explain';
import type { CompileContext, Crossed, LeafType, Query, Range, Sql } from './leaf';
import { registerLeaf } from './leaf-types';
import { registerOperator, type RegisteredOperator } from './operators';
import { parseCondition } from './parse';
import { matchingQuery, previewCondition } from './preview';
import { rewrite } from './rewrite';
import { sayCondition } from './say';
import { narrowToScope } from './scope';

export interface Asked {
  now?: Milliseconds;
  /** IANA; the site's unless given. */
  timeZone?: string | null;
  /** Only these contacts, by row number. */
  scope?: number[];
}

export interface Conditions {
  /** Of unknown input. Throws a ValidationError with every problem and its path. */
  parse(input: unknown, asked?: Pick<Asked, 'timeZone'>): Condition;
  /** Narrows a query over contacts as `c`. Throws for what parse would refuse: a field may be gone since. */
  predicate(condition: Condition, asked?: Asked): (query: Query) => Query;
  /** Row numbers of the contacts that match: `select c.id …`, not run. */
  matching(condition: Condition, asked?: Asked): Query;
  /** Whether an activity as `a` answers every question, for a query of somebody else's over activities. */
  activityTest(where: FieldQuestion[], asked?: Asked): Sql;
  dependencies(condition: Condition): Dependencies;
  /** Contacts whose answer the clock may have changed in (from, to]; null: nobody's. */
  crossed(condition: Condition, range: Range & Pick<Asked, 'timeZone'>): Crossed;
  /** Of a contact's row number. */
  explain(condition: Condition, contactId: number, asked?: Asked): Promise<Explanation>;
  /** In one English sentence. */
  say(condition: Condition): string;
  /** `exact`: counted to the end, however long it takes. */
  preview(condition: Condition, asked?: Asked & { exact?: boolean }): Promise<ConditionPreview>;
  /** For `register()` of a site: its own leaf type, named such as `shop.loyalty`. */
  register(leaf: LeafType<RegisteredRule>): void;
  /** For `register()` of a site: its own operator of text, numbers or dates, such as `shop.soundsLike`. */
  registerOperator(operator: RegisteredOperator): void;
}

export const createConditions = ({ strapi }: { strapi: Core.Strapi }): Conditions => {
  const contextOf = ({ now: at = now(), timeZone, scope }: Asked = {}): CompileContext => ({
    strapi,
    dialect: dialectOf(strapi),
    now: at,
    timeZone: timeZone ?? siteTimeZone(strapi),
    scope: scope ?? null,
  });
  const matching = (condition: Condition, asked: Asked = {}): Query => {
    const context = contextOf(asked);
    const query = matchingQuery(context, coreOf(condition)).select('c.id');
    return narrowToScope(context, query, 'c.id');
  };
  return {
    parse: (input, { timeZone } = {}) =>
      parseCondition(strapi, input, timeZone ?? siteTimeZone(strapi)),
    predicate: (condition, asked) => {
      const sql = compile(contextOf(asked), coreOf(condition));
      return (query) => query.whereRaw('?', [sql]);
    },
    matching,
    activityTest: (where, asked) => {
      const tests = where.map((question) => activityQuestion(contextOf(asked), question));
      const all = tests.map(() => '(?)').join(' and ') || '1 = 1';
      return strapi.db.connection.raw(all, tests);
    },
    dependencies: (condition) => dependenciesOf(strapi, coreOf(condition)),
    crossed: (condition, { from, to, timeZone }) =>
      crossedBy(contextOf({ now: to, timeZone }), coreOf(condition), { from, to }),
    explain: (condition, contactId, asked) =>
      explainCondition(contextOf(asked), condition, contactId),
    say: (condition) => sayCondition(strapi, condition),
    preview: (condition, { exact = false, ...asked } = {}) =>
      previewCondition(contextOf(asked), condition, { exact }),
    register: (leaf) => {
      registerLeaf(strapi, leaf);
    },
    registerOperator: (operator) => {
      registerOperator(strapi, operator);
    },
  };
};

/** Nothing to ask would be everybody: that is refused. */
const coreOf = (condition: Condition): CoreCondition => {
  const core = rewrite(condition);
  if (!core) throw new Error('The condition is switched off: it asks nothing');
  return core;
};

/** Asked for once: it is slow, and is wanted for every condition. */
const SERVERS_TIME_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The one of the configuration, else the server's. */
export const siteTimeZone = (strapi: Core.Strapi): string =>
  config(strapi).timeZone ?? SERVERS_TIME_ZONE;

export const conditions = (strapi: Core.Strapi): Conditions =>
  service<Conditions>(strapi, 'conditions');
