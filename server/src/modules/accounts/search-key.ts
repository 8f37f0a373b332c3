/** What the list of accounts is searched in: without case and diacritics, in the account's own row. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { FieldDefinition } from '../../platform/fields/contract';
import { definitionsInUse } from '../../platform/fields/definitions';
import { searchedTexts } from '../../platform/fields/searched-texts';
import { readStored } from '../../platform/fields/stored-values';
import { foldText } from '../../platform/fold-text';
import { inTable } from '../../platform/sql/table';
import { writeEach } from '../../platform/sql/write-each';
import { ACCOUNTS_TABLE } from './contract';

export interface Searched {
  name: unknown;
  website: unknown;
  city: unknown;
  /** As they are stored, or as the driver hands them out. */
  customFields: unknown;
}

/** The search reads every key: a few long texts must not make it slow. */
const MAX_CUSTOM_LENGTH = 2_000;

/** Its own words first, then those of the settings' fields that hold text. */
export const searchKeyOf = (
  { name, website, city, customFields }: Searched,
  definitions: FieldDefinition[]
): string => {
  const custom = searchedTexts(readStored(customFields), definitions).join(' ');
  const texts = [name, website, city].filter((text) => typeof text === 'string');
  return [...texts, custom.slice(0, MAX_CUSTOM_LENGTH)].filter(Boolean).map(foldText).join(' ');
};

/** Anew, from the accounts' own rows, which are locked for it; as many as a batch has. */
export const writeSearchKeys = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  ids: number[]
): Promise<void> => {
  const definitions = await definitionsInUse(strapi, 'account');
  const rows = (await inTable(strapi, ACCOUNTS_TABLE, trx)
    .whereIn('id', ids)
    .orderBy('id')
    .forUpdate()
    .select({
      id: 'id',
      name: 'name',
      website: 'website',
      city: 'city',
      customFields: 'custom_fields',
    })) as unknown as (Searched & { id: number })[];
  const keys = rows.map((row) => ({ id: row.id, value: searchKeyOf(row, definitions) }));
  await writeEach(strapi, trx, { table: ACCOUNTS_TABLE, column: 'search_key' }, keys);
};
