/**
 * Operators of fields: the built-in ones by what a field holds, and those that a site registers for
 * text, numbers and dates. Fields of a few values and of yes or no are asked by their values alone.
 */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { OPERATORS, type ConditionValue, type ValueType } from './contract';
import type { Column } from './fields/column';
import type { CompileContext, Sql } from './leaf';

/** `holds`: only columns of that come. */
type ColumnOf<Type extends RegisteredOperator['type']> = Extract<Column, { holds: Type }>;

export interface RegisteredOperator<
  Type extends 'text' | 'number' | 'date' = 'text' | 'number' | 'date',
> {
  /** What its fields hold. */
  type: Type;
  /** Such as `shop.soundsLike`: the dot keeps it apart from operators that the plugin may get. */
  operator: `${string}.${string}`;
  /** What the builder calls it: "sounds like". */
  label: string;
  /** The value as it came from outside; `say` throws what is wrong with it. */
  read(value: unknown, say: (message: string) => never): ConditionValue;
  /** SQL over the column, with bound values only; where it is unknown, it counts as no. */
  compile(column: ColumnOf<Type>, value: ConditionValue, context: CompileContext): Sql;
  /** As a part of a sentence, after the field's name: "sounds like Smith". */
  say(value: ConditionValue): string;
}

const registered = new WeakMap<Core.Strapi, Map<string, RegisteredOperator>>();

const NAME = /^[a-z][a-z0-9-]*\.[a-z][a-zA-Z0-9-]*$/;

/** Throws a sentence that stops the boot. */
export const registerOperator = (strapi: Core.Strapi, operator: RegisteredOperator): void => {
  const name = operator.operator;
  if (!NAME.test(name)) {
    throw new Error(
      `contact-management: an operator is named such as "shop.soundsLike", not "${name}"`
    );
  }
  if (!['text', 'number', 'date'].includes(operator.type)) {
    throw new Error(
      `contact-management: operator "${name}" must be of text, number or date, not "${operator.type}"`
    );
  }
  const known = registered.get(strapi) ?? new Map<string, RegisteredOperator>();
  if (known.has(name)) {
    throw new Error(`contact-management: operator "${name}" is registered twice`);
  }
  registered.set(strapi, known.set(name, operator));
};

export const registeredOperator = (
  strapi: Core.Strapi,
  name: string
): RegisteredOperator | undefined => registered.get(strapi)?.get(name);

/** In the order in which they were registered. */
export const registeredOperators = (strapi: Core.Strapi): RegisteredOperator[] => [
  ...(registered.get(strapi)?.values() ?? []),
];

/** What may be asked of fields that hold this. */
export const operatorsOf = (strapi: Core.Strapi, type: ValueType): string[] => [
  ...OPERATORS[type],
  ...registeredOperators(strapi)
    .filter((one) => one.type === type)
    .map(({ operator }) => operator),
];

/** Throws a ValidationError for a stored one that is gone. */
export const checkOperator = (strapi: Core.Strapi, type: ValueType, operator: string): void => {
  if (operatorsOf(strapi, type).includes(operator)) return;
  throw new errors.ValidationError(`There is no operator "${operator}" of this field any more`);
};
