/** The rules of custom values on their way in, for the document guard of an entity. */
import type { Core } from '@strapi/strapi';
import { attribution } from '../actor';
import type { FieldProblem } from '../field-problem';
import { CUSTOM_VALUES, type FieldDefinition } from './contract';
import { definitionsInUse } from './definitions';
import type { FieldEntity } from './entity';
import { mergeValues } from './merge-values';
import { readStored } from './stored-values';

export interface EntityWrite {
  data: Record<string, unknown>;
  /** The entity's row as it was, locked; null for a new one. */
  before: Record<string, unknown> | null;
  /** Telephone numbers without a prefix are read in it. */
  country: string | null;
  /** Those in use, where they have been read for many writes at once. */
  definitions?: FieldDefinition[];
}

/**
 * A visit fills in nothing, not even what is required or has a default.
 *
 * Joins the transaction that is open. Puts into `data` what is to be stored, and answers with what is
 * wrong; who calls this has the values indexed once they are written (`indexStored`).
 */
export const checkValues = async (
  strapi: Core.Strapi,
  entity: FieldEntity,
  { data, before, country, ...known }: EntityWrite
): Promise<FieldProblem[]> => {
  const sent = data[CUSTOM_VALUES];
  if (sent === undefined && (before || attribution(strapi).by === 'visitor')) return [];
  const definitions = known.definitions ?? (await definitionsInUse(strapi, entity.name));
  if (definitions.length === 0 && sent === undefined) return [];
  const { values, problems } = mergeValues({
    sent,
    stored: before && readStored(before.custom_fields),
    definitions,
    country,
  });
  data[CUSTOM_VALUES] = Object.keys(values).length > 0 ? values : null;
  return problems;
};
