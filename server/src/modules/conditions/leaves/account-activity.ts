/**
 * What the people of an account did, taken together: who is in such an account matches. Without an
 * account there is nobody to do anything, nor to leave it.
 */
import { activityRows, droppedOut, instantsOf } from '../activities/activity-rows';
import { readActivityTest, readHowOften, readWindowOf } from '../activities/read-test';
import { treesOf } from '../accounts/below';
import { endedMemberships, membershipRows } from '../accounts/membership-rows';
import { COUNT_OPERATORS, type AccountActivityRule, type Span } from '../contract';
import {
  defineLeaf,
  type CompileContext,
  type Crossed,
  type Query,
  type ReadContext,
  type Sql,
} from '../leaf';
import { readCount } from '../read/read-value';
import { sayActivity, sayHowOften, sayWindow } from '../say/say-activity';
import { shift } from '../time/zoned';

const ALL_OF_IT = 100;

export const accountActivity = defineLeaf<AccountActivityRule>({
  type: 'accountActivity',
  properties: ['activity', 'where', 'operator', 'count', 'byPercent', 'window', 'subsidiaries'],
  read(input, context) {
    const { subsidiaries = false } = input;
    if (typeof subsidiaries !== 'boolean') {
      return context.refuse('subsidiaries', 'subsidiaries must be true or false');
    }
    return {
      type: 'accountActivity',
      ...readActivityTest(input, context),
      ...readCounting(input, context),
      ...readWindowOf(input, context),
      ...(subsidiaries ? { subsidiaries } : {}),
    };
  },
  compile: (rule, context) => {
    const accounts =
      rule.operator === 'lessThanBefore' ? fallen(rule, context) : active(rule, context);
    const { isOutside, query } = accounts;
    const members = membershipRows(context, 'current').select('m.contact_id');
    return {
      ids: isOutside
        ? members.whereNotNull('m.account_id').whereNotIn('m.account_id', query)
        : members.whereIn('m.account_id', query),
    };
  },
  dependsOn: ({ activity }) => ({ accountActivities: [activity], accounts: true }),
  isTimed: () => true,
  crossed: (rule, range, context): Crossed => {
    const doers =
      rule.operator === 'lessThanBefore'
        ? bothEnds(rule, range, context)
        : [droppedOut({ ...context, scope: null }, rule, { window: rule.window, ...range })];
    const around = doers.flatMap((query) => (query ? [colleaguesOf(context, query, rule)] : []));
    const ended = endedMemberships({ ...context, scope: null }, range);
    const gone = endedMemberships(context, range);
    if (ended && gone) around.push(colleaguesOf(context, ended, rule), gone);
    const [first, ...others] = around;
    return first ? others.reduce((all, other) => all.union(other), first) : null;
  },
  say: (rule, context) => {
    const who = `is in an account whose people${rule.subsidiaries ? ', with its subsidiaries,' : ''}`;
    const { operator } = rule;
    return operator === 'lessThanBefore'
      ? `${who} ${sayActivity(rule, context)} less${sayWindow(rule.window)} than before${rule.byPercent ? ` by at least ${rule.byPercent} %` : ''}`
      : `${who} ${sayActivity(rule, context)} ${sayHowOften({ ...rule, operator })}${sayWindow(rule.window)}`;
  },
  evidence: async (rule, contactId, context) => {
    const counted = await countsOf(rule, { ...context, scope: [contactId] });
    return {
      text:
        counted.length === 0
          ? 'In no account whose people did it'
          : `Their accounts did it ${counted.join(', ')} times`,
      value: counted,
    };
  },
  warnings: ({ activity }) => (activity === '*' ? ['Every activity in the window is read'] : []),
});

type Counting = Pick<AccountActivityRule, 'operator' | 'count' | 'byPercent'>;

const readCounting = (input: Record<string, unknown>, context: ReadContext): Counting => {
  const { refuse } = context;
  if (input.operator !== 'lessThanBefore') {
    if (!COUNT_OPERATORS.some((known) => known === input.operator)) {
      return refuse(
        'operator',
        `operator must be one of ${COUNT_OPERATORS.join(', ')}, lessThanBefore`
      );
    }
    if (input.byPercent !== undefined) refuse('byPercent', 'byPercent goes with lessThanBefore');
    return readHowOften(input, context);
  }
  if (input.count !== undefined) refuse('count', 'lessThanBefore takes no count');
  const { window } = readWindowOf(input, context);
  if (window === undefined || window === 'ever' || 'between' in window) {
    return refuse('window', 'lessThanBefore needs a window such as { "last": 30, "unit": "days" }');
  }
  if (input.byPercent === undefined) return { operator: 'lessThanBefore' };
  const say = (message: string) => refuse('byPercent', message);
  const byPercent = readCount(input.byPercent, 'byPercent', say, 1);
  return byPercent <= ALL_OF_IT
    ? { operator: 'lessThanBefore', byPercent }
    : say('byPercent must be at most 100');
};

/** Row numbers of accounts; `isOutside`: all but them. */
interface Accounts {
  query: Query;
  isOutside: boolean;
}

/** Accounts of the contacts in the scope, as one column. */
const accountsAsked = (context: CompileContext): Sql =>
  context.strapi.db.connection.raw('?', [
    membershipRows(context, 'current').distinct('m.account_id').whereNotNull('m.account_id'),
  ]);

/** `account_id` of a membership, and whose it is: everybody in the accounts that are asked about. */
const people = (rule: AccountActivityRule, context: CompileContext): Query => {
  const all = { ...context, scope: null };
  const { connection } = context.strapi.db;
  const members = membershipRows(all, 'current');
  if (rule.subsidiaries) {
    const trees = treesOf(context.strapi, accountsAsked(context));
    return members
      .join(connection.raw('(?) as tree', [trees]), 'tree.account_id', 'm.account_id')
      .distinct({ account_id: 'tree.root_id', contact_id: 'm.contact_id' });
  }
  if (context.scope !== null) void members.whereRaw('m.account_id in ?', [accountsAsked(context)]);
  return members.select('m.account_id', 'm.contact_id');
};

/** Grouped by account, over activities as `a`. */
const grouped = (rule: AccountActivityRule, context: CompileContext, from?: number): Query => {
  const rows = activityRows(
    { ...context, scope: null },
    rule,
    from === undefined ? rule.window : undefined
  );
  if (from !== undefined) void rows.where('a.occurred_at', '>=', from);
  return rows
    .join(people(rule, context).as('p'), 'p.contact_id', 'a.contact_id')
    .groupBy('p.account_id');
};

const active = (rule: AccountActivityRule, context: CompileContext): Accounts => {
  const { operator, count = 0 } = rule;
  const accounts = grouped(rule, context).select('p.account_id').whereNotNull('p.account_id');
  if (operator === 'never' || count === 0) return { query: accounts, isOutside: true };
  if (operator === 'atLeast')
    return { query: accounts.havingRaw('count(*) >= ?', [count]), isOutside: false };
  if (operator === 'atMost')
    return { query: accounts.havingRaw('count(*) > ?', [count]), isOutside: true };
  return { query: accounts.havingRaw('count(*) = ?', [count]), isOutside: false };
};

/** Since the beginning of the window, against the equally long time before it. */
const fallen = (rule: AccountActivityRule, context: CompileContext): Accounts => {
  const { from = 0 } = instantsOf(rule.window, context);
  const earlier = earlierStart(rule, context.now, context.timeZone);
  const left = 1 - (rule.byPercent ?? 0) / 100;
  const recent = 'sum(case when a.occurred_at >= ? then 1 else 0 end)';
  const before = 'sum(case when a.occurred_at < ? then 1 else 0 end)';
  const query = grouped(rule, context, earlier)
    .select('p.account_id')
    .whereNotNull('p.account_id')
    .havingRaw(`${recent} < ${before}`, [from, from])
    .havingRaw(`${recent} <= ${before} * ${context.dialect === 'postgres' ? '?::numeric' : '?'}`, [
      from,
      from,
      left,
    ]);
  return { query, isOutside: false };
};

const earlierStart = ({ window }: AccountActivityRule, now: number, timeZone: string): number => {
  const { last, unit } = window as Span;
  return shift(now, { last: 2 * last, unit }, { timeZone, direction: 'back' }) + 1;
};

const bothEnds = (
  rule: AccountActivityRule,
  range: { from: number; to: number },
  context: CompileContext
): (Query | null)[] => {
  const { last, unit } = rule.window as Span;
  const all = { ...context, scope: null };
  return [
    { last, unit },
    { last: 2 * last, unit },
  ].map((window) => droppedOut(all, rule, { window, ...range }));
};

/** Everybody who is or was in an account with one of these contacts, or above such an account. */
const colleaguesOf = (
  context: CompileContext,
  contacts: Query,
  rule: AccountActivityRule
): Query => {
  const all = { ...context, scope: null };
  const theirs = membershipRows(all, 'ever')
    .whereIn('m.contact_id', contacts)
    .select('m.account_id');
  if (!rule.subsidiaries) {
    return membershipRows(context, 'ever').whereIn('m.account_id', theirs).select('m.contact_id');
  }
  const roots = accountsAsked(context);
  const above = context.strapi.db.connection
    .from(context.strapi.db.connection.raw('(?) as tree', [treesOf(context.strapi, roots)]))
    .whereIn('tree.account_id', theirs)
    .select('tree.root_id');
  return membershipRows(context, 'ever').whereIn('m.account_id', above).select('m.contact_id');
};

const countsOf = async (rule: AccountActivityRule, context: CompileContext): Promise<number[]> => {
  const rows = (await grouped(rule, context)
    .limit(SHOWN)
    .select(context.strapi.db.connection.raw('count(*) as times'))) as unknown;
  return (rows as { times: number | string }[]).map(({ times }) => Number(times));
};

const SHOWN = 10;
