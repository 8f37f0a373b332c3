/** How a group grew: from what every change of members leaves behind for its day (record-moves.ts). */
import type { Core } from '@strapi/strapi';
import { DAY, now as currentTime } from '../../../platform/clock';
import { inTable } from '../../../platform/sql/table';
import { CONTACT_GROUPS_TABLE, type GroupSizes } from '../contract';
import { DAYS_TABLE } from '../tables';

interface Row {
  day: string;
  entered: number;
  left_count: number;
  size: number;
}

const DAY_LENGTH = 'YYYY-MM-DD'.length;
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, DAY_LENGTH);

export const readSizes = async (
  strapi: Core.Strapi,
  groupId: number,
  days: number
): Promise<GroupSizes> => {
  const today = currentTime();
  const first = dayOf(today - (days - 1) * DAY);
  const kept = () => inTable(strapi, DAYS_TABLE).where('group_id', groupId);
  const before = await kept().where('day', '<', first).orderBy('day', 'desc').first('size');
  const rows = (await kept().where('day', '>=', first).orderBy('day')) as unknown as Row[];
  const group = await inTable(strapi, CONTACT_GROUPS_TABLE).where('id', groupId).first('size');
  const byDay = new Map(rows.map((row) => [row.day, row]));
  const now = Number(group?.size ?? 0);
  let size = Number(before?.size ?? sizeBefore(rows[0], now));
  const told = Array.from({ length: days }, (_, at) => {
    const day = dayOf(today - (days - 1 - at) * DAY);
    const row = byDay.get(day);
    size = row ? row.size : size;
    return { day, size, entered: row?.entered ?? 0, left: row?.left_count ?? 0 };
  });
  const last = told.at(-1);
  if (last) last.size = now;
  return { days: told };
};

/** A group may have had members before its days were kept. */
const sizeBefore = (first: Row | undefined, now: number): number =>
  first ? first.size - first.entered + first.left_count : now;
