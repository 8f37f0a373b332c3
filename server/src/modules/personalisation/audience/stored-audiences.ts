/** Audiences as tables hold them: of single rows, and the different ones that a content type has. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { inBatches } from '../../../platform/batches';
import { isRecord } from '../../../platform/records';
import { dialectOf } from '../../../platform/sql/dialect';
import { inTable } from '../../../platform/sql/table';
import type { Condition } from '../../conditions/contract';
import type { Audience } from '../contract';
import { parseAudience } from './parse-audience';
import { audienceAttribute } from './schemas';

/** Rows with one audience, of one language, published or not. */
export interface Definition {
  /** As the database writes it. */
  text: string;
  locale: string | null;
  published: boolean;
  audience: Audience | null;
}

interface Place {
  table: string;
  column: string;
}

const placeOf = (strapi: Core.Strapi, uid: string): Place | null => {
  const name = audienceAttribute(strapi, uid);
  if (!name) return null;
  const { tableName, attributes } = strapi.db.metadata.get(uid);
  const attribute = attributes[name] as { columnName?: string } | undefined;
  return { table: tableName, column: attribute?.columnName ?? name };
};

const asText = (strapi: Core.Strapi, { table, column }: Place): Knex.Raw =>
  strapi.db.connection.raw(dialectOf(strapi) === 'postgres' ? '??::text' : '??', [
    `${table}.${column}`,
  ]);

/** Of a content type or component; in practice a handful, however many entries. */
export const definitionsOf = async (
  strapi: Core.Strapi,
  uid: string,
  trx?: Knex.Transaction
): Promise<Definition[]> => {
  const place = foundPlace(strapi, uid);
  const { connection } = strapi.db;
  const isEntry = 'publishedAt' in strapi.db.metadata.get(uid).attributes;
  const published = isEntry ? 'case when published_at is null then 0 else 1 end' : '1';
  const found: Row[] = await (inTable(strapi, place.table, trx) as Knex.QueryBuilder)
    .whereNotNull(place.column)
    .distinct()
    .select({
      text: asText(strapi, place),
      locale: isEntry ? 'locale' : connection.raw('null'),
      published: connection.raw(published),
    });
  return found.map(({ text, locale, published: isPublished }) => ({
    text,
    locale: locale ?? null,
    published: Number(isPublished) === 1,
    audience: toAudience(text),
  }));
};

interface Row {
  text: string;
  locale: string | null;
  published: number | string;
}

/** Row numbers of the entries that these are of. */
export const rowsWith = (
  strapi: Core.Strapi,
  uid: string,
  definitions: Definition[]
): Knex.QueryBuilder => {
  const place = foundPlace(strapi, uid);
  const text = asText(strapi, place);
  const rows: Knex.QueryBuilder = inTable(strapi, place.table).select('id');
  return rows.where((query) => {
    void query.whereRaw('1 = 0');
    for (const [{ locale, published }, texts] of alike(definitions)) {
      void query.orWhere((some) => {
        void some.where({ locale }).whereIn(text as never, texts);
        void (published ? some.whereNotNull('published_at') : some.whereNull('published_at'));
      });
    }
  });
};

/** Those that only their text tells apart, together. */
const alike = (definitions: Definition[]): [Definition, string[]][] => {
  const kinds = new Map<string, [Definition, string[]]>();
  for (const definition of definitions) {
    const key = `${definition.published} ${definition.locale}`;
    const [first, texts] = kinds.get(key) ?? [definition, []];
    kinds.set(key, [first, [...texts, definition.text]]);
  }
  return [...kinds.values()];
};

const PER_QUERY = 500;

/** By row number, of a content type or component. */
export const audiencesOf = async (
  strapi: Core.Strapi,
  uid: string,
  ids: number[]
): Promise<Map<number, Audience | null>> => {
  const { table, column } = foundPlace(strapi, uid);
  const found = new Map<number, Audience | null>();
  for (const some of inBatches(ids, PER_QUERY)) {
    const rows = (await inTable(strapi, table)
      .whereIn('id', some)
      .whereNotNull(column)
      .select('id', { audience: column })) as unknown as { id: number; audience: unknown }[];
    for (const { id, audience } of rows) found.set(id, toAudience(audience));
  }
  return found;
};

const foundPlace = (strapi: Core.Strapi, uid: string): Place => {
  const place = placeOf(strapi, uid);
  if (!place) throw new Error(`contact-management: ${uid} has no audience field`);
  return place;
};

/** Nobody is in a group without a code. */
const NOBODY: Audience = { groups: [''] };

/** What was written past the document service may be anything: then it is for nobody. */
const toAudience = (stored: unknown): Audience | null => {
  try {
    const value: unknown = typeof stored === 'string' ? JSON.parse(stored) : stored;
    return parseAudience(value, asItIs);
  } catch {
    return NOBODY;
  }
};

/** Whoever asks it finds out whether it still can be asked. */
const asItIs = (condition: unknown): Condition => {
  if (!isRecord(condition)) throw new Error('A condition is an object');
  return condition as unknown as Condition;
};
