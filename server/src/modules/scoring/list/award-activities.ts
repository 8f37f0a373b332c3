/** The activities that awards were given for. */
import type { Core } from '@strapi/strapi';
import { inTable } from '../../../platform/sql/table';
import { ACTIVITIES_TABLE } from '../../activities';
import type { AwardView } from '../contract';
import { NO_ACTIVITY } from '../tables';

/** By row number, as text. */
export type Triggering = Map<string, NonNullable<AwardView['activity']>>;

interface Row {
  id: number | string;
  event_id: string;
  type: string;
  title: string | null;
  url: string | null;
}

export const readTriggers = async (
  strapi: Core.Strapi,
  awards: { activity_id: number | string; awarded_at: number | string }[]
): Promise<Triggering> => {
  const given = awards.filter(({ activity_id }) => Number(activity_id) !== NO_ACTIVITY);
  if (given.length === 0) return new Map();
  const moments = given.map(({ awarded_at }) => Number(awarded_at));
  const rows = (await inTable(strapi, ACTIVITIES_TABLE)
    .whereIn('id', given.map(({ activity_id }) => Number(activity_id)) as never[])
    // So that PostgreSQL looks into these months only.
    .whereBetween('occurred_at', [Math.min(...moments), Math.max(...moments)])
    .select('id', 'event_id', 'type', 'title', 'url')) as unknown as Row[];
  return new Map(
    rows.map(({ id, event_id, type, title, url }) => [
      String(id),
      { eventId: event_id, type, title, url },
    ])
  );
};
