/** Makes the index rows of an entity's values; what calls this has the entity's row locked. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { inBatches } from '../batches';
import { foldText } from '../fold-text';
import { inTable } from '../sql/table';
import { writeEach } from '../sql/write-each';
import type { FieldDefinition, FieldKind, FieldOption, FieldValue } from './contract';
import { definitionsInUse } from './definitions';
import type { FieldEntity } from './entity';
import { fitsKind } from './fits-kind';
import { readStored, toStored, type StoredValues } from './stored-values';
import type { ValueRow } from './values-table';

const ROWS_PER_INSERT = 500;
const MAX_TEXT_LENGTH = 120;

/** Without what people leave out when they look for one. */
export const withoutNoise = (kind: FieldKind, text: string): string =>
  text.replace(NOISE[kind] ?? /^$/, '');

/**
 * Text of a kind as it is compared by: also what somebody types into a filter. Lines are joined, because
 * MariaDB pads with spaces what it compares, and a line break comes before a space.
 */
export const toComparable = (kind: FieldKind, text: string): string =>
  foldText(withoutNoise(kind, text)).replace(/\s+/g, ' ').trim().slice(0, MAX_TEXT_LENGTH);

const NOISE: Partial<Record<FieldKind, RegExp>> = {
  url: /^https?:\/\/(www\.)?/i,
  phone: /[\s()./-]+/g,
};

export interface OwnedValues {
  id: number;
  values: StoredValues;
}

/** Writes the rows of these entities anew. */
export const indexValues = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  entity: FieldEntity,
  owned: OwnedValues[]
): Promise<void> => {
  const definitions = await definitionsInUse(strapi, entity.name);
  await forgetValues(
    strapi,
    trx,
    entity,
    owned.map(({ id }) => id)
  );
  const rows = owned.flatMap(({ id, values }) =>
    rowsOf(values, definitions).map((row) => ({ ...row, [entity.idColumn]: id }))
  );
  for (const batch of inBatches(rows, ROWS_PER_INSERT)) {
    await inTable(strapi, entity.valuesTable, trx).insert(batch);
  }
};

export const forgetValues = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { valuesTable, idColumn }: FieldEntity,
  ids: number[]
): Promise<void> => {
  const rows = () => inTable(strapi, valuesTable, trx).whereIn(idColumn, ids);
  // On MariaDB, deleting what is not there locks the gap, and two new contacts wait for each other.
  if (await rows().first('id')) await rows().delete();
};

/** From the entities' own rows, which are locked for it. */
export const indexStored = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  entity: FieldEntity,
  ids: number[]
): Promise<void> => {
  const owned = await lockValues(strapi, trx, entity, ids);
  await indexValues(strapi, trx, entity, owned);
};

/** Locked until the transaction ends. */
export const lockValues = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { table }: FieldEntity,
  ids: number[]
): Promise<OwnedValues[]> => {
  const rows = (await inTable(strapi, table, trx)
    .whereIn('id', ids)
    .orderBy('id')
    .forUpdate()
    .select('id', 'custom_fields')) as unknown as { id: number; custom_fields: unknown }[];
  return rows.map(({ id, custom_fields }) => ({ id, values: readStored(custom_fields) }));
};

/** What has no values has no object either. */
export const writeValues = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { table }: FieldEntity,
  owned: OwnedValues[]
): Promise<void> => {
  const target = { table, column: 'custom_fields', isJson: true };
  const rows = owned.map(({ id, values }) => ({ id, value: toStored(values) }));
  await writeEach(strapi, trx, target, rows);
};

export const rowsOf = (values: StoredValues, definitions: FieldDefinition[]): ValueRow[] =>
  definitions.flatMap(({ id, kind, name, options }) => {
    const value = Object.hasOwn(values, name) ? (values[name] ?? null) : null;
    return value === null || !fitsKind(kind, value)
      ? []
      : indexers[kind](value, options).map((key) => ({
          field_id: id,
          text: null,
          number: null,
          ...key,
        }));
  });

type Key = { text: string } | { number: number };
type Indexer = (value: Exclude<FieldValue, null>, options: FieldOption[]) => Key[];

const folded =
  (kind: FieldKind): Indexer =>
  (value) => [{ text: toComparable(kind, String(value)) }];
/** An option that was taken away is kept with its contacts, and found no more. */
const chosen: Indexer = (value, options) =>
  [value]
    .flat()
    .filter((one) => options.some((option) => option.value === one))
    .map((one) => ({ text: String(one) }));

const indexers: Record<FieldKind, Indexer> = {
  text: folded('text'),
  longText: folded('longText'),
  email: folded('email'),
  url: folded('url'),
  phone: folded('phone'),
  /** The order of such days as text is theirs as dates. */
  date: (value) => [{ text: String(value) }],
  number: (value) => [{ number: Number(value) }],
  boolean: (value) => [{ number: value === true ? 1 : 0 }],
  select: chosen,
  multiSelect: chosen,
};
