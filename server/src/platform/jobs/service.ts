/** Starting, seeing and cancelling jobs. */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { now } from '../clock';
import { service } from '../plugin';
import { dialectOf } from '../sql/dialect';
import type { JobView } from './contract';
import { jobRows, type JobRow } from './table';

export interface NewJob {
  name: string;
  payload: Record<string, unknown>;
  /** The admin user's id; null when the site itself starts it. */
  createdBy: number | null;
  total?: number;
}

export interface Jobs {
  /** Answers with the job's id. */
  add(job: NewJob): Promise<string>;
  /** Whether one of this name is queued or running. */
  isPending(name: string): Promise<boolean>;
  /** The newest fifty. */
  list(): Promise<JobView[]>;
  /** Throws NotFoundError. */
  find(id: string): Promise<JobView>;
  /** Stops at the job's next report. What is done stays done. */
  cancel(id: string): Promise<JobView>;
}

const SHOWN = 50;

export const createJobs = (strapi: Core.Strapi, wake: () => void): Jobs => {
  const find = async (id: string): Promise<JobView> => {
    const row = /^\d{1,15}$/.test(id) ? await jobRows(strapi).where('id', id).first() : undefined;
    if (!row) throw new errors.NotFoundError('There is no such job');
    const [view] = await toViews(strapi, [row as unknown as JobRow]);
    if (!view) throw new errors.NotFoundError('There is no such job');
    return view;
  };
  return {
    find,
    async add({ name, payload, createdBy, total }) {
      const at = now();
      const insert = jobRows(strapi).insert({
        name,
        payload: JSON.stringify(payload),
        status: 'queued',
        total: total ?? null,
        run_at: at,
        created_by: createdBy,
        created_at: at,
      });
      // The others tell the new row's number by themselves, and MariaDB's driver complains when asked.
      const asked = dialectOf(strapi) === 'postgres' ? insert.returning('id') : insert;
      const [first] = (await asked) as unknown as (number | { id: number | string })[];
      wake();
      return String(typeof first === 'object' ? first.id : first);
    },
    async isPending(name) {
      const job = await jobRows(strapi)
        .where({ name })
        .whereIn('status', ['queued', 'running'])
        .first('id');
      return Boolean(job);
    },
    async list() {
      const rows = await jobRows(strapi).orderBy('id', 'desc').limit(SHOWN);
      return toViews(strapi, rows as unknown as JobRow[]);
    },
    async cancel(id) {
      const { status } = await find(id);
      if (status === 'queued') {
        await jobRows(strapi)
          .where({ id, status })
          .update({ status: 'cancelled', finished_at: now() });
      }
      await jobRows(strapi).where({ id, status: 'running' }).update({ cancelled: true });
      return find(id);
    },
  };
};

interface AdminUser {
  id: number;
  firstname: string | null;
  lastname: string | null;
  email: string;
}

const toViews = async (strapi: Core.Strapi, rows: JobRow[]): Promise<JobView[]> => {
  const ids = [...new Set(rows.flatMap(({ created_by }) => created_by ?? []))];
  const users = (await strapi.db.query('admin::user').findMany({
    where: { id: { $in: ids } },
    select: ['id', 'firstname', 'lastname', 'email'],
  })) as AdminUser[];
  const names = new Map(
    users.map(({ id, firstname, lastname, email }) => [
      id,
      [firstname, lastname].filter(Boolean).join(' ') || email,
    ])
  );
  return rows.map((row) => toView(row, names));
};

const toView = (row: JobRow, names: Map<number, string>): JobView => {
  const author = row.created_by === null ? undefined : names.get(row.created_by);
  return {
    id: String(row.id),
    name: row.name,
    status: row.status,
    done: Number(row.done),
    total: row.total === null ? null : Number(row.total),
    failed: Number(row.failed),
    result: row.result === null ? null : (JSON.parse(row.result) as Record<string, unknown> | null),
    error: row.error,
    createdAt: new Date(Number(row.created_at)).toISOString(),
    finishedAt: row.finished_at === null ? null : new Date(Number(row.finished_at)).toISOString(),
    createdBy: row.created_by !== null && author ? { id: row.created_by, name: author } : null,
  };
};

export const jobs = (strapi: Core.Strapi): Jobs => service<Jobs>(strapi, 'jobs');
