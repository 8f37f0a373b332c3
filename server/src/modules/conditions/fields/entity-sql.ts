/** A question to a field of a contact or an account as SQL over its row, under the entity's alias. */
import { errors } from '@strapi/utils';
import { toComparable, withoutNoise } from '../../../platform/fields/index-values';
import { aliased } from '../../../platform/sql/table';
import type { FieldQuestion } from '../contract';
import type { CompileContext, Query, Sql } from '../leaf';
import { checkOperator, registeredOperator } from '../operators';
import { textsOf } from '../value-of';
import type { Column } from './column';
import { findField, type AskedEntity, type EntityField } from './entity-field';
import { listTest } from './list-sql';
import { DENIED, exactlyAmong, questionSql } from './question-sql';

/** Throws a ValidationError when the field is gone. May be unknown, which counts as no. */
export const entitySql = (
  context: CompileContext,
  asked: AskedEntity,
  question: FieldQuestion
): Sql => {
  const field = findField(context.strapi, asked, question.field);
  if (!field) throw new errors.ValidationError(`There is no field "${question.field}" any more`);
  checkOperator(context.strapi, field.valueType, question.operator);
  const { alias } = asked.entity;
  switch (field.from) {
    case 'column':
      return questionSql(context, toColumn(context, field, alias), question);
    case 'label':
      return labelTest(context, field, alias, question);
    case 'list':
      return listTest(context, `${alias}.${field.column}`, question);
    case 'values':
      return valuesTest(context, asked, field, question);
  }
};

type Of<From extends EntityField['from']> = Extract<EntityField, { from: From }>;

const toColumn = ({ strapi }: CompileContext, field: Of<'column'>, alias: string): Column => {
  const sql = strapi.db.connection.raw('??', [`${alias}.${field.column}`]);
  if (field.valueType === 'text') return { holds: 'text', sql, spelling: field.spelling };
  if (field.valueType === 'date') return { holds: 'date', sql, stored: field.stored ?? 'instant' };
  return { holds: field.valueType, sql };
};

/** Asked by code. Who has none is `isEmpty`. */
const labelTest = (
  context: CompileContext,
  { table, column }: Of<'label'>,
  alias: string,
  { operator, value }: FieldQuestion
): Sql => {
  const { strapi } = context;
  const { connection } = strapi.db;
  const key = `${alias}.${column}`;
  if (operator === 'isEmpty') return connection.raw('?? is null', [key]);
  if (operator === 'isNotEmpty') return connection.raw('?? is not null', [key]);
  const labels = aliased(strapi, { label: table })
    .whereRaw('?', [
      exactlyAmong(context, connection.raw('label.name'), [value].flat() as string[]),
    ])
    .select('label.id');
  return operator === 'in'
    ? connection.raw('?? in ?', [key, labels])
    : connection.raw('(?? is null or ?? not in ?)', [key, key, labels]);
};

/** By the index of the values, whose text is folded, without noise, and cut (index-values.ts). */
const valuesTest = (
  context: CompileContext,
  { entity }: AskedEntity,
  { definition, valueType }: Of<'values'>,
  question: FieldQuestion
): Sql => {
  const { strapi } = context;
  const denied = DENIED[question.operator];
  const rows: Query = aliased(strapi, { v: entity.valuesTable })
    .where('v.field_id', definition.id)
    .whereRaw('?? = ??', [`v.${entity.idColumn}`, `${entity.alias}.id`]);
  const asked = { ...question, operator: denied ?? question.operator };
  if (asked.operator !== 'isNotEmpty') {
    void rows.whereRaw('(?)', [valueTest(context, { definition, valueType }, asked)]);
  }
  return strapi.db.connection.raw(denied ? 'not exists ?' : 'exists ?', [rows.select('v.id')]);
};

const valueTest = (
  context: CompileContext,
  { definition, valueType }: Pick<Of<'values'>, 'definition' | 'valueType'>,
  question: FieldQuestion
): Sql => {
  const { connection } = context.strapi.db;
  const text = connection.raw('v.text');
  const number = connection.raw('v.number');
  if (valueType === 'boolean') return connection.raw('v.number = ?', [question.value ? 1 : 0]);
  if (valueType === 'number')
    return questionSql(context, { holds: 'number', sql: number }, question);
  if (valueType === 'date') {
    return questionSql(context, { holds: 'date', sql: text, stored: 'day' }, question);
  }
  if (valueType === 'choice') {
    return exactlyAmong(context, text, [question.value].flat() as string[]);
  }
  const spelled = registeredOperator(context.strapi, question.operator)
    ? question
    : { ...question, value: spell(definition.kind, question) };
  return questionSql(context, { holds: 'text', sql: text, spelling: 'exact' }, spelled);
};

type Kind = Of<'values'>['definition']['kind'];

/** As the index spells it; the signs of a pattern stay, and its ends are not cut. */
const spell = (kind: Kind, { operator, value }: FieldQuestion): string[] => {
  const fold =
    operator === 'eq' || operator === 'in' || operator === 'startsWith'
      ? (text: string) => toComparable(kind, text)
      : (text: string) => toComparable('text', withoutNoise(kind, text));
  return textsOf(value).map(fold);
};
