/** Rows by name that several servers share: a lease, or a moment up to which something is done. */
import type { Core } from '@strapi/strapi';
import type { Milliseconds } from '../clock';
import { inTable } from '../sql/table';
import { MARKS_TABLE } from './tables';

const mark = (strapi: Core.Strapi, name: string) => inTable(strapi, MARKS_TABLE).where({ name });

const ensure = async (strapi: Core.Strapi, name: string): Promise<void> => {
  await inTable(strapi, MARKS_TABLE).insert({ name, until: 0 }).onConflict('name').ignore();
};

export interface LeaseRequest {
  owner: string;
  now: Milliseconds;
  /** How long the owner may be silent. */
  length: Milliseconds;
}

/** Whether `owner` has the lease, now or still. */
export const takeMark = async (
  strapi: Core.Strapi,
  name: string,
  { owner, now, length }: LeaseRequest
): Promise<boolean> => {
  const take = () =>
    mark(strapi, name)
      .where((free) => {
        void free.where({ owner }).orWhere('until', '<', now);
      })
      .update({ owner, until: now + length });
  if ((await take()) === 1) return true;
  if (await mark(strapi, name).first('name')) return false;
  await ensure(strapi, name);
  return (await take()) === 1;
};

export const leaveMark = async (strapi: Core.Strapi, name: string, owner: string) => {
  await mark(strapi, name).where({ owner }).update({ owner: null, until: 0 });
};

/** Null when it was never set. */
export const readMark = async (strapi: Core.Strapi, name: string): Promise<Milliseconds | null> => {
  const row = await mark(strapi, name).first('until');
  return row ? Number(row.until) : null;
};

export const setMark = async (
  strapi: Core.Strapi,
  name: string,
  until: Milliseconds
): Promise<void> => {
  await inTable(strapi, MARKS_TABLE).insert({ name, until }).onConflict('name').merge({ until });
};
