/** Puts activities, newest first, under the days and sessions they belong to. */
import { toDay } from '../../../shared/local-day';
import type {
  AccountActivityView,
  ActivityView,
} from '../../../../../server/src/modules/activities/contract';

/** With who it was where several people's stand together. */
export type ShownActivity = ActivityView & Partial<Pick<AccountActivityView, 'contact'>>;

export interface SessionGroup {
  /** Null for what happened outside a visit, such as a change made by an editor. */
  sessionId: string | null;
  /** Newest first, never empty. */
  activities: ShownActivity[];
}

export interface DayGroup {
  /** Local calendar day, `2026-01-31`. */
  day: string;
  sessions: SessionGroup[];
}

/** A session that runs past midnight stands on both days. */
export const groupTimeline = (activities: ShownActivity[]): DayGroup[] => {
  const days = new Map<string, ShownActivity[]>();
  for (const activity of activities) {
    const day = toDay(new Date(activity.occurredAt));
    days.set(day, [...(days.get(day) ?? []), activity]);
  }
  return [...days].map(([day, ofDay]) => ({ day, sessions: toSessions(ofDay) }));
};

/** What has no session of its own but falls inside one, as a purchase's change of state, stays there. */
const toSessions = (activities: ShownActivity[]): SessionGroup[] => {
  const groups: SessionGroup[] = [];
  activities.forEach((activity, index) => {
    const current = groups[groups.length - 1];
    const sessionId = activity.sessionId ?? surroundingSession(activities, index, current);
    if (current?.sessionId === sessionId) current.activities.push(activity);
    else groups.push({ sessionId, activities: [activity] });
  });
  return groups;
};

const surroundingSession = (
  activities: ShownActivity[],
  index: number,
  current: SessionGroup | undefined
): string | null => {
  const earlier = activities.slice(index + 1).find(({ sessionId }) => sessionId !== null);
  const newer = current?.sessionId ?? null;
  return earlier?.sessionId === newer ? newer : null;
};

/** From the first to the last activity that is loaded, in whole minutes. */
export const sessionMinutes = ({ activities }: SessionGroup): number => {
  const newest = activities[0];
  const oldest = activities[activities.length - 1];
  if (!newest || !oldest) return 0;
  return Math.round((Date.parse(newest.occurredAt) - Date.parse(oldest.occurredAt)) / 60_000);
};
