/** The job that removes fields whose 30 days are over: their values, also those kept for an undo, then their definitions. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { HOUR } from '../clock';
import type { JobContext } from '../jobs/contract';
import { jobs } from '../jobs/service';
import { isRecord } from '../records';
import { inTable } from '../sql/table';
import { inTransaction } from '../transaction';
import { CUSTOM_FIELDS_TABLE, type FieldDefinition } from './contract';
import { knownFields, readDefinitions } from './definitions';
import { fieldEntities, fieldEntity, type FieldEntity } from './entity';
import { lockValues, writeValues } from './index-values';
import { dropKeptValues } from './purge-kept';
import { idsWithValues } from './reindex';
import { isGone } from './service';
import { withoutValues } from './stored-values';

export const PURGE_JOB = 'custom-fields.purge';
const ENTITIES_PER_BATCH = 500;

/** Looks once an hour, on servers that serve HTTP; answers with what stops it. */
export const watchDeletedFields = (strapi: Core.Strapi): (() => void) => {
  const timer = setInterval(() => {
    if (!strapi.server.httpServer.listening) return;
    startPurges(strapi).catch((error: unknown) =>
      strapi.log.error(`contact-management: deleted fields are not removed: ${String(error)}`)
    );
  }, HOUR);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
};

/**
 * One job for each kind of entity that has fields to remove. Which ones is settled here: one that falls
 * due while the job works has had none of its values removed from what the job has passed.
 */
export const startPurges = async (strapi: Core.Strapi): Promise<void> => {
  if (await jobs(strapi).isPending(PURGE_JOB)) return;
  for (const { name } of fieldEntities(strapi)) {
    const fieldIds = (await dueFields(strapi, name)).map(({ id }) => id);
    if (fieldIds.length === 0) continue;
    const payload = { entity: name, fieldIds };
    await jobs(strapi).add({ name: PURGE_JOB, payload, createdBy: null });
  }
};

export const purgeFields = async ({
  strapi,
  payload,
  progress,
  report,
  signal,
}: JobContext): Promise<Record<string, unknown> | null> => {
  const entity = fieldEntity(strapi, payload.entity);
  const { fieldIds } = payload as { fieldIds: number[] };
  const due = (await dueFields(strapi, entity.name)).filter(({ id }) => fieldIds.includes(id));
  const gone = new Set(due.map(({ name }) => name));
  let { done } = progress;
  const position = isRecord(progress.position) ? progress.position : {};
  let [after, kept] = [Number(position.after ?? 0), Number(position.kept ?? 0)];
  const save = () => report({ done, failed: 0, total: progress.total, position: { after, kept } });
  while (!signal.aborted) {
    const ids = await idsWithValues(strapi, entity, after, ENTITIES_PER_BATCH);
    const last = ids.at(-1);
    if (last === undefined) break;
    done += await inTransaction(strapi, (trx) => dropValues(strapi, trx, entity, { ids, gone }));
    after = last;
    await save();
  }
  // What was deleted while the values went is kept behind what was kept before.
  while (!signal.aborted) {
    const page = { after: kept, gone };
    const last = await inTransaction(strapi, (trx) => dropKeptValues(strapi, trx, entity, page));
    if (last === null) {
      await forgetFields(strapi, entity, due);
      return { fields: due.length, changed: done };
    }
    kept = last;
    await save();
  }
  return null;
};

const dueFields = async (
  strapi: Core.Strapi,
  entity: FieldDefinition['entity']
): Promise<FieldDefinition[]> => (await readDefinitions(strapi, { entity })).filter(isGone);

/** Answers with how many entities had a value. */
const dropValues = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  entity: FieldEntity,
  { ids, gone }: { ids: number[]; gone: ReadonlySet<string> }
): Promise<number> => {
  const changed = (await lockValues(strapi, trx, entity, ids)).flatMap(({ id, values }) => {
    const kept = withoutValues(values, (name) => gone.has(name));
    return kept ? [{ id, values: kept }] : [];
  });
  await writeValues(strapi, trx, entity, changed);
  return changed.length;
};

const forgetFields = async (strapi: Core.Strapi, entity: FieldEntity, due: FieldDefinition[]) => {
  const ids = due.map(({ id }) => id);
  await inTransaction(strapi, async (trx) => {
    await inTable(strapi, entity.valuesTable, trx).whereIn('field_id', ids).delete();
    await inTable(strapi, CUSTOM_FIELDS_TABLE, trx).whereIn('id', ids).delete();
  });
  await knownFields(strapi).refresh();
};
