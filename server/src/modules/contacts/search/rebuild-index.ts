/**
 * `strapi import` replaces the contacts and empties the tables that search and sorting read. At the
 * next boot that is noticed, and a job fills them again.
 */
import type { Core } from '@strapi/strapi';
import { isRecord } from '../../../platform/records';
import type { JobContext } from '../../../platform/jobs/contract';
import { jobs } from '../../../platform/jobs/service';
import { inTable } from '../../../platform/sql/table';
import { inTransaction } from '../../../platform/transaction';
import { CONTACTS_TABLE } from '../contract';
import { indexWords } from './index-words';
import { CONTACT_WORDS_TABLE } from './tables';

export const REBUILD_JOB = 'contacts.rebuild-index';
const CONTACTS_PER_BATCH = 500;

export const rebuildIndexIfEmpty = async (strapi: Core.Strapi): Promise<void> => {
  const indexed = await inTable(strapi, CONTACT_WORDS_TABLE).first('id');
  if (indexed) return;
  const known = await inTable(strapi, CONTACTS_TABLE).where('kind', 'known').first('id');
  if (!known || (await jobs(strapi).isPending(REBUILD_JOB))) return;
  await jobs(strapi).add({ name: REBUILD_JOB, payload: {}, createdBy: null });
};

export const rebuildIndex = async ({ strapi, progress, report, signal }: JobContext) => {
  let { done } = progress;
  let after = Number(isRecord(progress.position) ? progress.position.after : 0);
  while (!signal.aborted) {
    const ids = (await inTable(strapi, CONTACTS_TABLE)
      .where('kind', 'known')
      .where('id', '>', after)
      .orderBy('id')
      .limit(CONTACTS_PER_BATCH)
      .pluck('id')) as number[];
    const last = ids.at(-1);
    if (last === undefined) return { indexed: done };
    await inTransaction(strapi, (trx) => indexWords(strapi, trx, ids));
    after = last;
    done += ids.length;
    await report({ done, failed: 0, total: progress.total, position: { after } });
  }
  return null;
};
