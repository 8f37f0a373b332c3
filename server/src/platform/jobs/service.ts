/** Starting, seeing and cancelling jobs. */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { adminNames } from '../admin-names';
import { now } from '../clock';
import { service } from '../plugin';
import { insertOne } from '../sql/insert-one';
import type { JobView } from './contract';
import { DEFAULT_AREA, JOBS_TABLE, jobRows, type JobRow } from './table';

export interface NewJob {
  name: string;
  payload: Record<string, unknown>;
  /** The admin user's id; null when the site itself starts it. */
  createdBy: number | null;
  total?: number;
  /** Contacts unless said; see JobView. */
  area?: string;
}

export interface Jobs {
  /** Answers with the job's id. */
  add(job: NewJob): Promise<string>;
  /** Whether one of this name is queued or running. */
  isPending(name: string): Promise<boolean>;
  /** The newest fifty, of these areas only when they are named. */
  list(areas?: string[]): Promise<JobView[]>;
  /** Throws NotFoundError. */
  find(id: string): Promise<JobView>;
  /** Those that are gone are left out. */
  findMany(ids: string[]): Promise<JobView[]>;
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
    async findMany(ids) {
      if (ids.length === 0) return [];
      return toViews(strapi, (await jobRows(strapi).whereIn('id', ids)) as unknown as JobRow[]);
    },
    async add({ name, payload, createdBy, total, area = DEFAULT_AREA }) {
      const at = now();
      const id = await insertOne(strapi, JOBS_TABLE, {
        name,
        payload: JSON.stringify(payload),
        status: 'queued',
        total: total ?? null,
        area,
        run_at: at,
        created_by: createdBy,
        created_at: at,
      });
      wake();
      return id;
    },
    async isPending(name) {
      const job = await jobRows(strapi)
        .where({ name })
        .whereIn('status', ['queued', 'running'])
        .first('id');
      return Boolean(job);
    },
    async list(areas) {
      const newest = jobRows(strapi).orderBy('id', 'desc').limit(SHOWN);
      if (areas) void newest.whereIn('area', areas);
      const rows = await newest;
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

const toViews = async (strapi: Core.Strapi, rows: JobRow[]): Promise<JobView[]> => {
  const names = await adminNames(
    strapi,
    rows.flatMap(({ created_by }) => created_by ?? [])
  );
  return rows.map((row) => toView(row, names));
};

const toView = (row: JobRow, names: Map<number, string>): JobView => {
  const author = row.created_by === null ? undefined : names.get(row.created_by);
  return {
    id: String(row.id),
    name: row.name,
    area: row.area,
    status: row.status,
    done: Number(row.done),
    total: row.total === null ? null : Number(row.total),
    failed: Number(row.failed),
    result: row.result === null ? null : (JSON.parse(row.result) as Record<string, unknown> | null),
    error: row.error,
    createdAt: new Date(Number(row.created_at)).toISOString(),
    finishedAt: row.finished_at === null ? null : new Date(Number(row.finished_at)).toISOString(),
    createdBy: row.created_by !== null && author ? { id: row.created_by, name: author } : null,
    byServer: row.created_by === null,
  };
};

export const jobs = (strapi: Core.Strapi): Jobs => service<Jobs>(strapi, 'jobs');
