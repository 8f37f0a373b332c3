/** A question to a column as SQL: one small function per operator, by what the column holds. */
import { errors } from '@strapi/utils';
import type { Knex } from 'knex';
import type { FieldQuestion, Operator } from '../contract';
import type { CompileContext, Sql } from '../leaf';
import { checkOperator, registeredOperator, type RegisteredOperator } from '../operators';
import { textsOf } from '../value-of';
import type { ChoiceColumn, Column, NumberColumn, TextColumn } from './column';
import { dateTest } from './date-sql';
import { amongExactly, boundText, lowered, notEmpty, patterns } from './text-sql';

type Bindings = Knex.RawBinding[];

/** What a negative operator denies. Denying includes who has no value. */
export const DENIED: Partial<Record<Operator, Operator>> = {
  ne: 'eq',
  notContains: 'contains',
  notIn: 'in',
  notInLast: 'inLast',
  isEmpty: 'isNotEmpty',
};

/** SQL that may be unknown where there is no value, which counts as no. */
export const questionSql = (
  context: CompileContext,
  column: Column,
  question: FieldQuestion
): Sql => {
  const own = registeredOperator(context.strapi, question.operator);
  if (own) return registeredSql(context, own, column, question);
  checkOperator(context.strapi, column.holds, question.operator);
  const denied = DENIED[question.operator];
  if (!denied) return positive(context, column, question);
  return raw(context, 'not coalesce((?), false)', [
    positive(context, column, { ...question, operator: denied }),
  ]);
};

const registeredSql = (
  context: CompileContext,
  own: RegisteredOperator,
  column: Column,
  { value }: FieldQuestion
): Sql => {
  if (column.holds === own.type && value !== undefined) {
    return own.compile(column, value, context);
  }
  throw new errors.ValidationError(`"${own.operator}" is not asked of this field`);
};

const positive = (context: CompileContext, column: Column, question: FieldQuestion): Sql => {
  switch (column.holds) {
    case 'text':
      return textTest(context, column, question);
    case 'number':
      return numberTest(context, column, question);
    case 'boolean':
      return raw(context, '? = ?', [column.sql, question.value as boolean]);
    case 'date':
      return dateTest(context, column, question);
    case 'choice':
      return choiceTest(context, column, question);
  }
};

const raw = ({ strapi }: CompileContext, sql: string, bindings: Bindings): Sql =>
  strapi.db.connection.raw(sql, bindings);

/** `?` for each. */
export const marks = (values: unknown[], mark = '?'): string => values.map(() => mark).join(', ');

const spell: Record<NonNullable<TextColumn['spelling']>, (text: string) => string> = {
  upper: (text) => text.trim().toUpperCase(),
  lower: (text) => text.trim().toLowerCase(),
  exact: (text) => text,
};

const textTest = (
  context: CompileContext,
  { sql, spelling }: TextColumn,
  { operator, value }: FieldQuestion
): Sql => {
  const { dialect } = context;
  if (operator === 'isNotEmpty') return raw(context, notEmpty(dialect), [sql]);
  const texts = textsOf(value).map(spelling ? spell[spelling] : (text) => text);
  const left = spelling ? '?' : lowered(dialect, '?');
  const right = spelling ? '?' : lowered(dialect, boundText(dialect));
  if (spelling && (operator === 'eq' || operator === 'in')) {
    return exactlyAmong(context, sql, texts);
  }
  if (operator === 'eq' || operator === 'in') {
    return raw(context, `${left} in (${marks(texts, right)})`, [sql, ...texts]);
  }
  const pattern = patterns[operator as keyof typeof patterns];
  return raw(context, `${left} like ${right} escape '!'`, [sql, ...texts.map(pattern)]);
};

/** As it stands: codes, and text of one spelling. */
export const exactlyAmong = (context: CompileContext, sql: Sql, texts: string[]): Sql => {
  const [test, times] = amongExactly(context.dialect, marks(texts));
  return raw(context, test, Array.from({ length: times }, () => [sql, ...texts]).flat());
};

/** Without a type PostgreSQL takes the column's, and 1.5 is no whole number. */
const boundNumber = ({ dialect }: CompileContext) => (dialect === 'postgres' ? '?::numeric' : '?');

const COMPARED: Partial<Record<Operator, string>> = { gt: '>', gte: '>=', lt: '<', lte: '<=' };

const numberTest = (
  context: CompileContext,
  { sql }: NumberColumn,
  { operator, value }: FieldQuestion
): Sql => {
  const values = [value].flat() as number[];
  const bound = boundNumber(context);
  if (operator === 'isNotEmpty') return raw(context, '? is not null', [sql]);
  if (operator === 'between') {
    return raw(context, `? between ${bound} and ${bound}`, [sql, ...values]);
  }
  const compared = COMPARED[operator];
  if (compared) return raw(context, `? ${compared} ${bound}`, [sql, ...values]);
  return raw(context, `? in (${marks(values, bound)})`, [sql, ...values]);
};

const choiceTest = (
  context: CompileContext,
  { sql }: ChoiceColumn,
  { operator, value }: FieldQuestion
): Sql => {
  if (operator === 'isNotEmpty') return raw(context, '? is not null', [sql]);
  const values = [value].flat() as (string | number)[];
  return values.every((one) => typeof one === 'string')
    ? exactlyAmong(context, sql, values)
    : raw(context, `? in (${marks(values)})`, [sql, ...values]);
};
