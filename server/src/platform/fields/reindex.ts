/**
 * The job that makes the index rows of one kind of entity anew, and what else is made of the values:
 * after a field was deleted or restored or its options changed, and after an import emptied the index.
 */
import type { Core } from '@strapi/strapi';
import type { JobContext } from '../jobs/contract';
import { jobs } from '../jobs/service';
import { isRecord } from '../records';
import { inTable } from '../sql/table';
import { inTransaction } from '../transaction';
import type { FieldEntityName } from './contract';
import { definitionsInUse } from './definitions';
import { fieldEntities, fieldEntity, type FieldEntity } from './entity';
import { indexStored } from './index-values';

export const REINDEX_JOB = 'custom-fields.reindex';
const ENTITIES_PER_BATCH = 500;

export const startReindex = (strapi: Core.Strapi, entity: FieldEntityName): Promise<string> =>
  jobs(strapi).add({ name: REINDEX_JOB, payload: { entity }, createdBy: null });

export const reindexValues = async ({
  strapi,
  payload,
  progress,
  report,
  signal,
}: JobContext): Promise<Record<string, unknown> | null> => {
  const entity = fieldEntity(strapi, payload.entity);
  let { done } = progress;
  let after = Number(isRecord(progress.position) ? progress.position.after : 0);
  while (!signal.aborted) {
    const ids = await idsWithValues(strapi, entity, after, ENTITIES_PER_BATCH);
    const last = ids.at(-1);
    if (last === undefined) return { indexed: done };
    await inTransaction(strapi, async (trx) => {
      await indexStored(strapi, trx, entity, ids);
      await entity.reindex(strapi, trx, ids);
      await entity.queueChanged(strapi, trx, ids);
    });
    after = last;
    done += ids.length;
    await report({ done, failed: 0, total: progress.total, position: { after } });
  }
  return null;
};

/** In the order of row numbers, so that a job can go on where it was stopped. */
export const idsWithValues = async (
  strapi: Core.Strapi,
  { table }: FieldEntity,
  after: number,
  limit: number
): Promise<number[]> =>
  (await inTable(strapi, table)
    .whereNotNull('custom_fields')
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .pluck('id')) as number[];

/** `strapi import` brings the values and their definitions, and empties the index. */
export const reindexIfEmpty = async (strapi: Core.Strapi): Promise<void> => {
  if (await jobs(strapi).isPending(REINDEX_JOB)) return;
  for (const entity of fieldEntities(strapi)) {
    if ((await definitionsInUse(strapi, entity.name)).length === 0) continue;
    const indexed = await inTable(strapi, entity.valuesTable).first('id');
    if (indexed || (await idsWithValues(strapi, entity, 0, 1)).length === 0) continue;
    await startReindex(strapi, entity.name);
  }
};
