/** Two entities that become one: the one that stays keeps its values, and gets those it has none of. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { inTable } from '../sql/table';
import type { FieldEntity } from './entity';
import { indexValues, lockValues } from './index-values';
import { isEmptyValue } from './stored-values';

/** Answers with the names that were filled; un-merging takes them away again. */
export const joinValues = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  entity: FieldEntity,
  { from, into }: { from: number; into: number }
): Promise<string[]> => {
  const rows = await lockValues(strapi, trx, entity, [from, into]);
  const given = rows.find(({ id }) => id === from)?.values ?? {};
  const kept = rows.find(({ id }) => id === into)?.values ?? {};
  const filled = Object.keys(given).filter(
    (name) => !isEmptyValue(given[name]) && (!Object.hasOwn(kept, name) || isEmptyValue(kept[name]))
  );
  if (filled.length === 0) return [];
  const values = { ...given, ...kept };
  await inTable(strapi, entity.table, trx)
    .where('id', into)
    .update({ custom_fields: JSON.stringify(values) });
  await indexValues(strapi, trx, entity, [{ id: into, values }]);
  await entity.reindex(strapi, trx, [into]);
  return filled;
};
