/** The activities of one contact that a leaf is about: how many, and the newest. */
import type { ActivityTest, Evidence, Window } from '../contract';
import type { CompileContext } from '../leaf';
import { dayOf } from '../time/zoned';
import { activityRows } from './activity-rows';

const SHOWN = 5;

/** The context's scope is that contact. */
export const activityEvidence = async (
  context: CompileContext,
  test: ActivityTest,
  window: Window | undefined
): Promise<Evidence> => {
  const rows = () => activityRows(context, test, window);
  const counted: unknown = await rows()
    .count({ count: '*' })
    .sum({ sum: 'a.value' })
    .max({ max: 'a.value' })
    .first();
  const newest: { event_id: string; occurred_at: number | string }[] = await rows()
    .orderBy('a.occurred_at', 'desc')
    .orderBy('a.id', 'desc')
    .limit(SHOWN)
    .select('a.event_id', 'a.occurred_at');
  const { count, sum, max } = counted as Record<'count' | 'sum' | 'max', number | string | null>;
  const [last] = newest;
  const total = Number(count);
  const when = last ? `, last on ${dayOf(Number(last.occurred_at), context.timeZone)}` : '';
  return {
    text: total === 0 ? 'Not found' : `Found ${total} ${total === 1 ? 'time' : 'times'}${when}`,
    ...(sum === null ? {} : { value: { sum: Number(sum), max: Number(max) } }),
    activities: {
      count: total,
      eventIds: newest.map(({ event_id }) => event_id),
      ...(last && { last: new Date(Number(last.occurred_at)).toISOString() }),
    },
  };
};
