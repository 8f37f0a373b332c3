/** The fields of an activity that can be asked: activities as `a`. */
import { errors } from '@strapi/utils';
import { urlHash } from '../../activities';
import type { FieldQuestion, ValueType } from '../contract';
import { DENIED, marks, questionSql } from '../fields/question-sql';
import type { Column, TextColumn } from '../fields/column';
import type { CompileContext, Sql } from '../leaf';
import type { KnownField } from '../read/read-question';
import { textsOf } from '../value-of';
import { dataSql } from './data-sql';

interface ActivityField {
  label: string;
  valueType: ValueType;
  column: string;
  spelling?: TextColumn['spelling'];
}

const text = (label: string, column: string, spelling?: TextColumn['spelling']): ActivityField => ({
  label,
  valueType: 'text',
  column,
  ...(spelling ? { spelling } : {}),
});

/** `item` is the document id of the entry concerned, `itemType` the uid of its content type. */
export const ACTIVITY_FIELDS: Record<string, ActivityField> = {
  url: text('Address', 'url'),
  title: text('Title', 'title'),
  value: { label: 'Value', valueType: 'number', column: 'value' },
  item: text('Entry', 'item_document_id', 'exact'),
  itemType: text('Content type', 'item_uid', 'exact'),
  referrer: text('Referrer', 'referrer'),
  utmSource: text('UTM source', 'utm_source'),
  utmMedium: text('UTM medium', 'utm_medium'),
  utmCampaign: text('UTM campaign', 'utm_campaign'),
  utmTerm: text('UTM term', 'utm_term'),
  utmContent: text('UTM content', 'utm_content'),
  locale: text('Language', 'locale'),
  country: text('Country', 'country', 'upper'),
  device: text('Device', 'device'),
  browser: text('Browser', 'browser'),
  os: text('Operating system', 'os'),
};

/** `data.plan`, `data.cart.total` */
const DATA_PATH = /^data((?:\.[A-Za-z0-9_-]{1,64}){1,5})$/;

const segmentsOf = (field: string): string[] | null =>
  DATA_PATH.exec(field)?.[1]?.slice(1).split('.') ?? null;

/** Data can hold anything: what it is compared with says what it is taken for. */
export const findActivityField =
  (value: unknown) =>
  (name: string): KnownField | undefined => {
    const known = Object.hasOwn(ACTIVITY_FIELDS, name) ? ACTIVITY_FIELDS[name] : undefined;
    if (known) return { valueType: known.valueType };
    return segmentsOf(name) ? { valueType: dataType(value) } : undefined;
  };

const dataType = (value: unknown): 'text' | 'number' | 'boolean' => {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof one === 'number') return 'number';
  return typeof one === 'boolean' ? 'boolean' : 'text';
};

export const activityQuestion = (context: CompileContext, question: FieldQuestion): Sql => {
  if (question.field === 'url' && isExact(question)) return pageTest(context, question);
  return questionSql(context, columnOf(context, question), question);
};

const isExact = ({ operator }: FieldQuestion): boolean => {
  const asked = DENIED[operator] ?? operator;
  return asked === 'eq' || asked === 'in';
};

/** By the address's fingerprint, which an index finds: upper case counts, and what follows `#` does not. */
const pageTest = ({ strapi }: CompileContext, { operator, value }: FieldQuestion): Sql => {
  const hashes = textsOf(value).map((url) => urlHash(url).toString());
  const test = strapi.db.connection.raw(`a.url_hash in (${marks(hashes)})`, hashes);
  return DENIED[operator] ? strapi.db.connection.raw('not coalesce((?), false)', [test]) : test;
};

const columnOf = (context: CompileContext, question: FieldQuestion): Column => {
  const { strapi, dialect } = context;
  const known = ACTIVITY_FIELDS[question.field];
  if (known) {
    const sql = strapi.db.connection.raw('??', [`a.${known.column}`]);
    return known.valueType === 'number'
      ? { holds: 'number', sql }
      : { holds: 'text', sql, spelling: known.spelling };
  }
  const segments = segmentsOf(question.field);
  if (!segments) throw new errors.ValidationError(`There is no field "${question.field}"`);
  if (question.operator === 'isEmpty' || question.operator === 'isNotEmpty') {
    return { holds: 'text', sql: strapi.db.connection.raw(...dataSql[dialect](segments, 'any')) };
  }
  const holds = dataType(question.value);
  return { holds, sql: strapi.db.connection.raw(...dataSql[dialect](segments, holds)) };
};
