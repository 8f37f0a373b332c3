/**
 * The job that changes many contacts: batch by batch in the order of their row numbers, up to the
 * highest there was when it started, so that it ends on a busy site and goes on where it was stopped.
 */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { isEms } from '../../../config';
import { isRecord } from '../../../platform/records';
import type { JobContext } from '../../../platform/jobs/contract';
import { jobs } from '../../../platform/jobs/service';
import { aliased, inTable } from '../../../platform/sql/table';
import { changeState, changeStatus } from '../change-state';
import {
  CONTACT_STATUSES_TABLE,
  CONTACTS_TABLE,
  type BulkRequest,
  type BulkSelection,
} from '../contract';
import { eraseContacts } from '../erase';
import { parseFilter } from '../list/contact-filter';
import { countContacts } from '../list/count-contacts';
import { applyFilter } from '../list/filter-conditions';
import { withinEdition } from '../list/known-only';

export const BULK_JOB = 'contacts.change-many';
const CONTACTS_PER_BATCH = 500;

type Payload = BulkRequest & {
  why: string;
  by: string;
  /** Highest row number that counts. */
  upTo: number;
};

export const startBulk = async (
  strapi: Core.Strapi,
  request: BulkRequest & { why: string },
  adminId: number
): Promise<string> => {
  if (request.action === 'status') {
    if (!isEms(strapi)) {
      throw new errors.ValidationError('Statuses are part of the EMS edition: this one has none');
    }
    await statusIdOf(strapi, request.value);
  }
  const newest = await inTable(strapi, CONTACTS_TABLE).max({ id: 'id' }).first();
  const payload: Payload = { ...request, by: `admin:${adminId}`, upTo: Number(newest?.id ?? 0) };
  return jobs(strapi).add({ name: BULK_JOB, payload: { ...payload }, createdBy: adminId });
};

interface Batch {
  id: number;
  documentId: string;
}

export const changeMany = async ({
  strapi,
  payload,
  progress,
  report,
  signal,
}: JobContext): Promise<Record<string, unknown> | null> => {
  const request = payload as unknown as Payload;
  const total = progress.total ?? (await countSelected(strapi, request.selection));
  let { done } = progress;
  let after = Number(isRecord(progress.position) ? progress.position.after : 0);
  await report({ ...progress, total });
  while (!signal.aborted) {
    const batch = await nextBatch(strapi, request, after);
    const last = batch.at(-1);
    if (!last) return { changed: done };
    await change(strapi, batch, request);
    after = last.id;
    done += batch.length;
    await report({ done, failed: 0, total: Math.max(total, done), position: { after } });
  }
  return null;
};

const nextBatch = async (
  strapi: Core.Strapi,
  { selection, upTo }: Payload,
  after: number
): Promise<Batch[]> => {
  const query = aliased(strapi, { c: CONTACTS_TABLE })
    .where('c.id', '>', after)
    .where('c.id', '<=', upTo)
    .orderBy('c.id')
    .limit(CONTACTS_PER_BATCH)
    .select({ id: 'c.id', documentId: 'c.document_id' });
  if ('filter' in selection) applyFilter(strapi, query, filterOf(strapi, selection.filter));
  else void query.whereIn('c.document_id', selection.documentIds);
  return (await query) as unknown as Batch[];
};

const countSelected = async (strapi: Core.Strapi, selection: BulkSelection): Promise<number> => {
  if ('documentIds' in selection) return new Set(selection.documentIds).size;
  const { count } = await countContacts(strapi, filterOf(strapi, selection.filter), {
    exact: true,
  });
  return count;
};

const filterOf = (strapi: Core.Strapi, query: Record<string, unknown>) =>
  withinEdition(strapi, parseFilter(query));

const change = async (strapi: Core.Strapi, batch: Batch[], what: Payload): Promise<void> => {
  const { by, why } = what;
  const contactIds = batch.map(({ id }) => id);
  if (what.action === 'state') {
    await changeState(strapi, { contactIds, to: what.value, by, why });
  } else if (what.action === 'status') {
    const to = await statusIdOf(strapi, what.value);
    await changeStatus(strapi, { contactIds, to, by, why });
  } else {
    const documentIds = batch.map(({ documentId }) => documentId);
    await eraseContacts(strapi, documentIds);
  }
};

/** Throws a ValidationError when no status has this name. */
const statusIdOf = async (strapi: Core.Strapi, name: string | null): Promise<number | null> => {
  if (name === null) return null;
  const status = await inTable(strapi, CONTACT_STATUSES_TABLE).where('name', name).first('id');
  if (!status) throw new errors.ValidationError('There is no such status');
  return Number(status.id);
};
