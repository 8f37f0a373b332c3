/** Whose answer to a question about dates changes as time goes by. */
import { errors } from '@strapi/utils';
import type { FieldQuestion, Operator, Span } from '../contract';
import type { CompileContext, Crossed, Query, Range } from '../leaf';
import { dayOf, shift } from '../time/zoned';
import type { DateColumn } from './column';
import { rangeSql } from './range-sql';
import { findField, type AskedEntity } from './entity-field';

export interface Asking {
  question: FieldQuestion;
  range: Range;
  /** A query over the entity that selects contacts. */
  rows: () => Query;
}

/** Days change for everybody at midnight; instants pass one by one. */
export const crossedDates = (
  context: CompileContext,
  asked: AskedEntity,
  { question, range, rows }: Asking
): Crossed => {
  const { strapi, timeZone } = context;
  const field = findField(strapi, asked, question.field);
  if (!field) throw new errors.ValidationError(`There is no field "${question.field}" any more`);
  if (field.from !== 'column' || field.isDay || question.operator === 'anniversaryIn') {
    return dayOf(range.from, timeZone) === dayOf(range.to, timeZone) ? null : 'everybody';
  }
  const column: DateColumn = {
    holds: 'date',
    sql: strapi.db.connection.raw('??', [`${asked.entity.alias}.${field.column}`]),
    stored: 'instant',
  };
  const edges = edgesOf(question, range, timeZone).map((edge) => rangeSql(context, column, edge));
  return rows().whereRaw(edges.map(() => '(?)').join(' or '), edges);
};

const DIRECTIONS: Partial<Record<Operator, 'back' | 'ahead'>> = {
  inLast: 'back',
  notInLast: 'back',
  inNext: 'ahead',
};

/** A value comes in at one end of the span and goes out at the other. */
const edgesOf = ({ operator, value }: FieldQuestion, { from, to }: Range, timeZone: string) => {
  const direction = DIRECTIONS[operator] ?? 'back';
  const moved = (at: number) => shift(at, value as Span, { timeZone, direction });
  return [
    { from, to: to + 1 },
    { from: moved(from), to: moved(to) + 2 },
  ];
};
