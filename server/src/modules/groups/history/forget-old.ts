/**
 * How long history is kept: two years, but for the line that says why a member is in. When that member
 * leaves, and that is two years ago, all of it goes.
 */
import type { Core } from '@strapi/strapi';
import { DAY, type Milliseconds } from '../../../platform/clock';
import { readMark, setMark } from '../../../platform/recalculation/marks';
import { aliased, inTable } from '../../../platform/sql/table';
import { GROUP_HISTORY_TABLE } from '../contract';
import { DAYS_TABLE } from '../tables';

const KEPT_FOR: Milliseconds = 730 * DAY;
const ROWS_PER_BATCH = 500;
const MARK = 'group-history';
const DAY_LENGTH = 'YYYY-MM-DD'.length;

/** Only what has become old since the last time is looked at. */
export const forgetHistory = async (strapi: Core.Strapi, at: Milliseconds): Promise<void> => {
  const range = { after: (await readMark(strapi, MARK)) ?? 0, upTo: at - KEPT_FOR };
  for (;;) {
    const ids = await outdated(strapi, range);
    await forgetWithEarlier(strapi, ids);
    if (ids.length < ROWS_PER_BATCH) break;
  }
  const day = new Date(range.upTo).toISOString().slice(0, DAY_LENGTH);
  await inTable(strapi, DAYS_TABLE).where('day', '<', day).delete();
  await setMark(strapi, MARK, range.upTo);
};

/** Lines of leaving, and lines that are not the newest of their contact in their group. */
const outdated = async (
  strapi: Core.Strapi,
  { after, upTo }: { after: Milliseconds; upTo: Milliseconds }
): Promise<number[]> => {
  const newer = aliased(strapi, { n: GROUP_HISTORY_TABLE })
    .whereRaw('n.contact_id = h.contact_id and n.group_id = h.group_id and n.id > h.id')
    .select('n.id');
  const ids: unknown[] = await aliased(strapi, { h: GROUP_HISTORY_TABLE })
    .where('h.at', '>', new Date(after))
    .where('h.at', '<=', new Date(upTo))
    .where((line) => {
      void line.where('h.entered', false).orWhereExists(newer);
    })
    .limit(ROWS_PER_BATCH)
    .pluck('h.id');
  return ids as number[];
};

const forgetWithEarlier = async (strapi: Core.Strapi, ids: number[]): Promise<void> => {
  const earlier: unknown[] = await aliased(strapi, { h: GROUP_HISTORY_TABLE })
    .join({ o: GROUP_HISTORY_TABLE }, (join) => {
      join
        .on('o.contact_id', 'h.contact_id')
        .andOn('o.group_id', 'h.group_id')
        .andOn('o.id', '<=', 'h.id');
    })
    .whereIn('h.id', ids)
    .distinct()
    .pluck('o.id');
  await inTable(strapi, GROUP_HISTORY_TABLE)
    .whereIn('id', earlier as number[])
    .delete();
};
