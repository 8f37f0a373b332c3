/** Everything that hangs on documents of one type, copied before they are deleted. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { keepRows } from './keep-rows';
import { foreignKeysTo, linkTablesTo, type Reference } from './links';

export interface KeptType {
  uid: string;
  table: string;
  /** Tables whose rows go with the document, with the column that names it. */
  owned: Reference[];
  /** Tables that are answered for elsewhere: what points at the document from there is not kept here. */
  besides: readonly string[];
  /** What the type keeps that are no rows of a table, and puts back itself. */
  apart?: readonly string[];
}

export interface Documents {
  batchId: string;
  ids: number[];
  /** In the order of the row numbers. */
  documentIds: string[];
}

/** The document itself first, so that what points at it can be put back after it. */
export const keepDocuments = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  type: KeptType,
  { batchId, ids, documentIds: names }: Documents
): Promise<void> => {
  if (ids.length === 0) return;
  const documentIds = new Map(ids.map((id, at) => [String(id), names[at] ?? '']));
  const sources = [
    { table: type.table, column: 'id' },
    ...type.owned,
    ...linkTablesTo(strapi, type.uid).map(({ table, column, where }) => ({ table, column, where })),
    ...looseKeys(strapi, type),
  ];
  for (const source of sources) {
    await keepRows(strapi, trx, { batchId, documentIds, ...source });
  }
};

/** Foreign keys that no module answers for: the rows stay, and point at nothing. */
export const looseKeys = (strapi: Core.Strapi, { uid, owned, besides }: KeptType): Reference[] => {
  const answered = new Set([...owned.map(({ table }) => table), ...besides]);
  return foreignKeysTo(strapi, uid).filter(({ table }) => !answered.has(table));
};
