/** A question to a field in words: "country is CZ or SK". */
import type { Core } from '@strapi/strapi';
import type { FieldQuestion, Operator, Span } from '../contract';
import { registeredOperator } from '../operators';
import { textOf, textsOf } from '../value-of';

export const saySpan = ({ last, unit }: Span): string =>
  last === 1 ? unit.slice(0, -1) : `${last} ${unit}`;

const list = (value: FieldQuestion['value'], between = ' or '): string =>
  textsOf(value).join(between);
const spanOf = (value: FieldQuestion['value']): string => saySpan(value as Span);

type Said = (value: FieldQuestion['value']) => string;

const SAID: Record<Operator, Said> = {
  eq: (value) => `is ${textOf(value)}`,
  ne: (value) => `is not ${textOf(value)}`,
  contains: (value) => `contains “${textOf(value)}”`,
  notContains: (value) => `does not contain “${textOf(value)}”`,
  startsWith: (value) => `starts with “${textOf(value)}”`,
  endsWith: (value) => `ends with “${textOf(value)}”`,
  in: (value) => `is ${list(value)}`,
  notIn: (value) => `is not ${list(value)}`,
  matches: (value) => `looks like “${textOf(value)}”`,
  isEmpty: () => 'is empty',
  isNotEmpty: () => 'is not empty',
  gt: (value) => `is more than ${textOf(value)}`,
  gte: (value) => `is at least ${textOf(value)}`,
  lt: (value) => `is less than ${textOf(value)}`,
  lte: (value) => `is at most ${textOf(value)}`,
  between: (value) => `is between ${list(value, ' and ')}`,
  on: (value) => `is on ${textOf(value)}`,
  before: (value) => `is before ${textOf(value)}`,
  after: (value) => `is after ${textOf(value)}`,
  inLast: (value) => `is in the last ${spanOf(value)}`,
  notInLast: (value) => `is not in the last ${spanOf(value)}`,
  inNext: (value) => `is in the next ${spanOf(value)}`,
  anniversaryIn: (value) => `has its anniversary in the next ${spanOf(value)}`,
  is: (value) => (value === true ? 'is yes' : 'is no'),
};

export const sayQuestion = (
  strapi: Core.Strapi,
  { operator, value }: FieldQuestion,
  label: string
): string => {
  const own = registeredOperator(strapi, operator);
  return `${label} ${own && value !== undefined ? own.say(value) : SAID[operator](value)}`;
};

/** `jobTitle` → "job title" */
export const plainLabel = (name: string): string =>
  name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
