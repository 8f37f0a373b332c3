/** Did the one thing, and then the other within so many days after it. */
import { DAY } from '../../../platform/clock';
import { isRecord } from '../../../platform/records';
import { activityEvidence } from '../activities/evidence';
import { activityRows, droppedOut } from '../activities/activity-rows';
import { readActivityTest, readWindowOf } from '../activities/read-test';
import type { ActivityTest, SequenceRule } from '../contract';
import { defineLeaf, type CompileContext, type ReadContext } from '../leaf';
import { readCount } from '../read/read-value';
import { sayActivity, sayWindow } from '../say/say-activity';

const MOST_DAYS = 3_650;
const SHOWN = 60;

export const sequence = defineLeaf<SequenceRule>({
  type: 'sequence',
  properties: ['first', 'then', 'withinDays', 'window'],
  read(input, context) {
    const { refuse } = context;
    const say = (message: string) => refuse('withinDays', message);
    const withinDays = readCount(input.withinDays, 'withinDays', say, 1);
    if (withinDays > MOST_DAYS) return say(`withinDays must be at most ${MOST_DAYS}`);
    return {
      type: 'sequence',
      first: readPart(input.first, 'first', context),
      then: readPart(input.then, 'then', context),
      withinDays,
      ...readWindowOf(input, context),
    };
  },
  compile: (rule, context) => ({ ids: pairs(rule, context) }),
  dependsOn: ({ first, then }) => ({ activities: [...new Set([first.activity, then.activity])] }),
  isTimed: ({ window }) => window !== undefined && window !== 'ever' && !('between' in window),
  crossed: (rule, { from, to }, context) =>
    droppedOut(context, rule.first, { window: rule.window, from, to }),
  say: ({ first, then, withinDays, window }, context) =>
    `${sayActivity(first, context)}${sayWindow(window)} and then ${sayActivity(then, context)} within ${withinDays} ${withinDays === 1 ? 'day' : 'days'}`,
  async evidence(rule, contactId, context) {
    const scoped = { ...context, scope: [contactId] };
    const first = await activityEvidence(scoped, rule.first, rule.window);
    const then = await activityEvidence(scoped, rule.then, undefined);
    return {
      text: `The first: ${first.text.toLowerCase()}. The other: ${then.text.toLowerCase()}`,
      value: [first.activities?.count ?? 0, then.activities?.count ?? 0],
      activities: {
        count: (first.activities?.count ?? 0) + (then.activities?.count ?? 0),
        eventIds: [...(first.activities?.eventIds ?? []), ...(then.activities?.eventIds ?? [])],
      },
    };
  },
});

const readPart = (input: unknown, path: 'first' | 'then', context: ReadContext): ActivityTest => {
  if (!isRecord(input)) return context.refuse(path, `${path} must name an activity`);
  const extra = Object.keys(input).find((name) => name !== 'activity' && name !== 'where');
  if (extra !== undefined) {
    const shown = extra.slice(0, SHOWN);
    return context.refuse(`${path}.${shown}`, `${path} has no "${shown}"`);
  }
  return readActivityTest(input, context, `${path}.`);
};

const pairs = (rule: SequenceRule, context: CompileContext) => {
  const moments = (test: ActivityTest, window: SequenceRule['window']) =>
    activityRows(context, test, window).select('a.contact_id', 'a.occurred_at');
  return context.strapi.db.connection
    .from(moments(rule.first, rule.window).as('f'))
    .join(moments(rule.then, undefined).as('t'), 't.contact_id', 'f.contact_id')
    .whereRaw('t.occurred_at > f.occurred_at and t.occurred_at <= f.occurred_at + ?', [
      rule.withinDays * DAY,
    ])
    .select('f.contact_id');
};
