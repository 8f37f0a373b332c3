/** Activities that a condition is about, as `a`: of a type, in a window, that answer every question. */
import { aliased } from '../../../platform/sql/table';
import { ACTIVITIES_TABLE } from '../../activities';
import type { ActivityTest, Window } from '../contract';
import { beginOf, endOf } from '../fields/date-sql';
import type { Instants } from '../fields/range-sql';
import type { CompileContext, Query } from '../leaf';
import { narrowToScope } from '../scope';
import { shift } from '../time/zoned';
import { activityQuestion } from './activity-fields';

export const ANY_TYPE = '*';

/** Of contacts in the scope. */
export const activityRows = (
  context: CompileContext,
  test: ActivityTest,
  window: Window | undefined
): Query => {
  const rows = rowsOfType(context, test);
  const { from, to } = instantsOf(window, context);
  if (from !== undefined) void rows.where('a.occurred_at', '>=', from);
  if (to !== undefined) void rows.where('a.occurred_at', '<', to);
  void rows.whereNotNull('a.contact_id');
  return narrowToScope(context, rows, 'a.contact_id');
};

/** Of anybody, at any time. */
export const rowsOfType = (context: CompileContext, { activity, where }: ActivityTest): Query => {
  const rows: Query = aliased(context.strapi, { a: ACTIVITIES_TABLE });
  if (activity !== ANY_TYPE) void rows.where('a.type', activity);
  for (const question of where ?? []) {
    void rows.whereRaw('(?)', [activityQuestion(context, question)]);
  }
  return rows;
};

/** A visitor's clock may be some minutes ahead: a window that moves has no end, so that it counts at once. */
export const instantsOf = (
  window: Window | undefined,
  { now, timeZone }: Pick<CompileContext, 'now' | 'timeZone'>
): Instants => {
  if (window === undefined || window === 'ever') return {};
  if ('between' in window) {
    return { from: beginOf(window.between[0], timeZone), to: endOf(window.between[1], timeZone) };
  }
  return { from: shift(now, window, { timeZone, direction: 'back' }) + 1 };
};

/** When an activity drops out of a window that moves: `span` before each end of the range. */
export const droppedOut = (
  context: CompileContext,
  test: ActivityTest,
  { window, from, to }: { window: Window | undefined; from: number; to: number }
): Query | null => {
  if (window === undefined || window === 'ever' || 'between' in window) return null;
  const before = (at: number) =>
    shift(at, window, { timeZone: context.timeZone, direction: 'back' });
  return narrowToScope(
    context,
    rowsOfType(context, test)
      .where('a.occurred_at', '>', before(from))
      .where('a.occurred_at', '<=', before(to))
      .whereNotNull('a.contact_id')
      .select('a.contact_id'),
    'a.contact_id'
  );
};
