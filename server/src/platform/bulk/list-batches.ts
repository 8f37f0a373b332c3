/** Recent bulk changes, newest first: own ones and others', of what the reader may see. */
import type { Core } from '@strapi/strapi';
import { validateYupSchemaSync, yup } from '@strapi/utils';
import type { Context } from 'koa';
import { adminNames } from '../admin-names';
import { isAllowed } from '../admin-user';
import { decodeNumbers, encodeCursor } from '../cursor';
import type { JobView } from '../jobs/contract';
import { jobs } from '../jobs/service';
import { inTable } from '../sql/table';
import { undoableAmong } from './batches';
import type { BatchState, BulkBatchPage, BulkBatchView } from './contract';
import { KEPT_FOR } from './forget-old';
import { bulkRegistry } from './registry';
import { isUnderWay as isJobUnderWay } from './start-bulk';
import { BATCHES_TABLE, type BatchRow } from './tables';

const pageQuery = yup.object({
  cursor: yup.string().max(200),
  limit: yup.number().integer().min(1).max(100).default(50),
});

/** Throws a ValidationError. */
export const listBatches = async (strapi: Core.Strapi, ctx: Context): Promise<BulkBatchPage> => {
  const { cursor, limit } = validateYupSchemaSync(pageQuery, { strict: false })(ctx.query) as {
    cursor?: string;
    limit: number;
  };
  const page = inTable(strapi, BATCHES_TABLE)
    .whereIn(['subject', 'action'], readableActions(strapi, ctx))
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (cursor) void page.where('id', '<', decodeNumbers(cursor, 1)[0] ?? 0);
  const rows = (await page) as unknown as BatchRow[];
  const shown = rows.slice(0, limit);
  return {
    data: await toViews(strapi, shown),
    meta: { nextCursor: rows.length > limit ? encodeCursor([Number(shown.at(-1)?.id)]) : null },
  };
};

const readableActions = (strapi: Core.Strapi, ctx: Context): [string, string][] =>
  bulkRegistry(strapi)
    .actions()
    .filter(({ subject, readPermission }) =>
      isAllowed(ctx, [`${subject}.read`, ...(readPermission ? [readPermission] : [])])
    )
    .map(({ subject, action }) => [subject, action]);

const toViews = async (strapi: Core.Strapi, rows: BatchRow[]): Promise<BulkBatchView[]> => {
  const jobIds = rows.flatMap(({ job_id, undo_job_id }) =>
    [job_id ?? [], undo_job_id ?? []].flat()
  );
  const found = await jobs(strapi).findMany(jobIds.map(String));
  const byId = new Map(found.map((job) => [job.id, job]));
  const names = await adminNames(
    strapi,
    rows.map(({ created_by }) => created_by)
  );
  const { untried, toRetry } = await undoableAmong(
    strapi,
    rows.map(({ id }) => String(id))
  );
  return rows.map((row) =>
    toView(row, {
      job: byId.get(String(row.job_id)),
      undo: byId.get(String(row.undo_job_id)),
      author: names.get(row.created_by),
      isUntried: untried.has(String(row.id)),
      mayRetry: toRetry.has(String(row.id)),
    })
  );
};

interface Surroundings {
  job: JobView | undefined;
  undo: JobView | undefined;
  author: string | undefined;
  isUntried: boolean;
  mayRetry: boolean;
}

const toView = (
  row: BatchRow,
  { job, undo, author, isUntried, mayRetry }: Surroundings
): BulkBatchView => {
  const [changed, restored, skipped] = [row.changed, row.restored, row.skipped].map(Number) as [
    number,
    number,
    number,
  ];
  const isUndone = restored + skipped > 0 && !isUntried;
  const state = stateOf(job, undo, isUndone);
  const isUnderWay = state === 'running' || state === 'undoing';
  return {
    id: String(row.id),
    subject: row.subject,
    action: row.action,
    value: JSON.parse(row.value) as unknown,
    ...{ label: row.label, why: row.why, state, changed, restored, skipped },
    canUndo: !isUnderWay && (isUntried || mayRetry),
    createdAt: new Date(Number(row.created_at)).toISOString(),
    createdBy: author ? { id: row.created_by, name: author } : null,
    undoableUntil: new Date(Number(row.created_at) + KEPT_FOR).toISOString(),
  };
};

/** A job that is forgotten has ended. */
const stateOf = (
  job: JobView | undefined,
  undo: JobView | undefined,
  isUndone: boolean
): BatchState => {
  if (undo && isJobUnderWay(undo)) return 'undoing';
  if (job && isJobUnderWay(job)) return 'running';
  if (isUndone) return 'undone';
  return job && job.status !== 'done' ? 'stopped' : 'done';
};
