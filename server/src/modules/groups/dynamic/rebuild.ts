/**
 * Asks all contacts and brings the members by condition in line: one statement finds who has to move, and
 * ranges of these follow, each in a transaction of its own, so that the group can be read all the
 * while, the job stopped between two of them, and gone on with after a crash.
 */
import type { Core } from '@strapi/strapi';
import type { JobContext } from '../../../platform/jobs/contract';
import { isRecord } from '../../../platform/records';
import { dialectOf, type Dialect } from '../../../platform/sql/dialect';
import { aliased } from '../../../platform/sql/table';
import { CONTACTS_TABLE } from '../../contacts';
import { applyRange, endOfRange } from './apply-range';
import { beginRebuild, finishRebuild, isUnderWay, type Rebuild } from './rebuild-steps';

/** Contacts that move in one transaction; on MariaDB visits of new members wait for it. */
const RANGE: Record<Dialect, number> = { postgres: 20_000, sqlite: 20_000, mysql: 10_000 };

interface Position {
  rebuild: Rebuild;
  /** Contacts up to this number are done. */
  after: number;
  added: number;
  removed: number;
}

export const rebuildGroup = async ({
  strapi,
  payload,
  progress,
  report,
  signal,
}: JobContext): Promise<Record<string, unknown> | null> => {
  const position =
    (await leftAt(strapi, progress.position)) ?? (await start(strapi, Number(payload.groupId)));
  if (!position) return { skipped: true };
  const newest = await newestContact(strapi);
  const save = () =>
    report({ done: Math.min(position.after, newest), failed: 0, total: newest, position });
  await save();
  const range = RANGE[dialectOf(strapi)];
  while (position.after < newest) {
    if (signal.aborted) return null;
    const end = await endOfRange(strapi, position.rebuild.groupId, position.after, range);
    const to = end ?? newest;
    const moved = await applyRange(strapi, position.rebuild, { from: position.after, to });
    if (!moved) return { superseded: true };
    position.after = to;
    position.added += moved.added;
    position.removed += moved.removed;
    await save();
  }
  if (!(await finishRebuild(strapi, position.rebuild))) return { superseded: true };
  return { added: position.added, removed: position.removed };
};

const start = async (strapi: Core.Strapi, groupId: number): Promise<Position | null> => {
  const rebuild = await beginRebuild(strapi, groupId);
  return rebuild && { rebuild, after: 0, added: 0, removed: 0 };
};

/** Of an attempt that was cut off, unless another rebuild has begun since. */
const leftAt = async (strapi: Core.Strapi, position: unknown): Promise<Position | null> => {
  if (!isRecord(position) || !isRecord(position.rebuild)) return null;
  const left = position as unknown as Position;
  return (await isUnderWay(strapi, left.rebuild)) ? left : null;
};

/** Later ones are asked when they are made. */
const newestContact = async (strapi: Core.Strapi): Promise<number> => {
  const [row] = await aliased(strapi, { c: CONTACTS_TABLE }).max<{ id: unknown }[]>({
    id: 'c.id',
  });
  return Number(row?.id ?? 0);
};
