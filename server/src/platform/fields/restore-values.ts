/**
 * The values of entities that were deleted and are there again. A field may have gone for good meanwhile,
 * and another one may have its code: only values of fields that stand now come back.
 */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { readDefinitions } from './definitions';
import type { FieldEntity } from './entity';
import { fitsKind } from './fits-kind';
import { indexValues, lockValues, writeValues } from './index-values';
import { isGone } from './service';
import { withoutValues } from './stored-values';

export const restoreValues = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  entity: FieldEntity,
  ids: number[]
): Promise<void> => {
  const all = await readDefinitions(strapi, { entity: entity.name });
  const kinds = new Map(all.filter((one) => !isGone(one)).map(({ name, kind }) => [name, kind]));
  const owned = (await lockValues(strapi, trx, entity, ids)).map(({ id, values }) => {
    const kept = withoutValues(values, (name, value) => {
      const kind = kinds.get(name);
      return !kind || value === null || !fitsKind(kind, value);
    });
    return { id, values: kept ?? values, hasChanged: kept !== null };
  });
  const changed = owned.filter(({ hasChanged }) => hasChanged);
  await writeValues(strapi, trx, entity, changed);
  await indexValues(strapi, trx, entity, owned);
};
