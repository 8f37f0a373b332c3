/** Why contacts are where they are in groups: the newest line of their history there. */
import type { Core } from '@strapi/strapi';
import { aliased, inTable } from '../../../platform/sql/table';
import { GROUP_HISTORY_TABLE, type EntryWay } from '../contract';
import type { Language } from './language';
import { createTeller, type Sees } from './say-because';

interface Place {
  groupId: number;
  contactId: number;
  excluded: boolean | number;
}

interface Row {
  group_id: number;
  contact_id: number;
  entered: boolean | number;
  way: EntryWay;
  because: string;
}

/** Null where the history does not go back so far. */
export const latestReasons = async (
  strapi: Core.Strapi,
  places: Place[],
  asked: { language: Language; sees: Sees }
): Promise<(place: Place) => string | null> => {
  const rows = places.length > 0 ? await readLatest(strapi, places) : [];
  const say = await createTeller(strapi, rows, asked);
  const byPlace = new Map(rows.map((row) => [`${row.group_id} ${row.contact_id}`, row]));
  return ({ groupId, contactId, excluded }) => {
    const row = byPlace.get(`${groupId} ${contactId}`);
    return row && Boolean(row.entered) !== Boolean(excluded) ? say(row) : null;
  };
};

/** Of all pairs of these groups and contacts: either is one on every page. */
const readLatest = async (strapi: Core.Strapi, places: Place[]): Promise<Row[]> => {
  const newest = aliased(strapi, { h: GROUP_HISTORY_TABLE })
    .whereIn('h.contact_id', [...new Set(places.map(({ contactId }) => contactId))])
    .whereIn('h.group_id', [...new Set(places.map(({ groupId }) => groupId))])
    .groupBy('h.contact_id', 'h.group_id')
    .max({ id: 'h.id' });
  const ids = ((await newest) as unknown as { id: number }[]).map(({ id }) => id);
  return (await inTable(strapi, GROUP_HISTORY_TABLE).whereIn('id', ids)) as unknown as Row[];
};
