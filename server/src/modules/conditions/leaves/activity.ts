/** Has done it so often, or for so much, within a time. */
import type { ActivityRule } from '../contract';
import { defineLeaf, type CompileContext, type Compiled } from '../leaf';
import { activityEvidence } from '../activities/evidence';
import { activityRows, ANY_TYPE, droppedOut } from '../activities/activity-rows';
import { doneSoOften } from '../activities/how-often';
import { readActivityTest, readHowOften, readWindowOf } from '../activities/read-test';
import { readNumber } from '../read/read-value';
import { sayActivity, sayHowOften, sayWindow } from '../say/say-activity';

export const activity = defineLeaf<ActivityRule>({
  type: 'activity',
  properties: ['activity', 'where', 'operator', 'count', 'measure', 'value', 'window'],

  read(input, context) {
    const test = readActivityTest(input, context);
    const window = readWindowOf(input, context);
    const { measure = 'count' } = input;
    if (measure === 'count') {
      if (input.value !== undefined) {
        context.refuse('value', 'value is asked with measure sum or max; how often is count');
      }
      return { type: 'activity', ...test, ...readHowOften(input, context), ...window };
    }
    if (measure !== 'sum' && measure !== 'max') {
      return context.refuse('measure', 'measure must be count, sum or max');
    }
    const { operator } = input;
    if (operator !== 'atLeast' && operator !== 'atMost' && operator !== 'exactly') {
      return context.refuse('operator', 'operator must be atLeast, atMost or exactly');
    }
    if (input.count !== undefined) context.refuse('count', `With ${measure}, ask by value`);
    const value = readNumber(input.value, (message) => context.refuse('value', message));
    return { type: 'activity', ...test, operator, measure, value, ...window };
  },

  compile: (rule, context) =>
    rule.measure === 'sum' || rule.measure === 'max'
      ? soMuch(rule, context, rule.measure)
      : doneSoOften(
          activityRows(context, rule, rule.window).groupBy('a.contact_id').select('a.contact_id'),
          rule
        ),

  dependsOn: ({ activity: type }) => ({ activities: [type] }),
  isTimed: ({ window }) => window !== undefined && window !== 'ever' && !('between' in window),
  crossed: (rule, { from, to }, context) =>
    droppedOut(context, rule, { window: rule.window, from, to }),
  say: (rule, context) =>
    `${sayActivity(rule, context)} ${sayHowOften(rule)}${sayWindow(rule.window)}`,
  evidence: (rule, contactId, context) =>
    activityEvidence({ ...context, scope: [contactId] }, rule, rule.window),
  warnings: ({ activity: type, where }) =>
    type === ANY_TYPE || (where ?? []).some(({ field }) => field.startsWith('data.'))
      ? ['Every activity in the window is read']
      : [],
});

const COMPARISONS = { atLeast: '>=', atMost: '<=', exactly: '=' } as const;

/** Nothing done sums up to 0, and its largest value is none. */
const soMuch = (rule: ActivityRule, context: CompileContext, measure: 'sum' | 'max'): Compiled => {
  const { connection } = context.strapi.db;
  const { operator, value = 0 } = rule;
  const comparison = COMPARISONS[operator as keyof typeof COMPARISONS];
  const measured = measure === 'sum' ? 'coalesce(sum(a.value), 0)' : 'max(a.value)';
  const bound = context.dialect === 'postgres' ? '?::numeric' : '?';
  const holdsForNothing = measure === 'sum' && compare[comparison](0, value);
  const having = `${measured} ${comparison} ${bound}`;
  const ids = activityRows(context, rule, rule.window)
    .groupBy('a.contact_id')
    .havingRaw('?', [connection.raw(holdsForNothing ? `not (${having})` : having, [value])])
    .select('a.contact_id');
  return { ids, except: holdsForNothing };
};

const compare: Record<'>=' | '<=' | '=', (a: number, b: number) => boolean> = {
  '>=': (a, b) => a >= b,
  '<=': (a, b) => a <= b,
  '=': (a, b) => a === b,
};
