/** The shorthands that editors look for, as they came from outside. */
import { SHORTHANDS, type Shorthand, type ShorthandRule } from '../contract';
import type { ReadContext } from '../leaf';
import { attribute } from '../leaves/attribute';
import { fieldOf } from '../shorthand-field';

const SHOWN = 60;

export const isShorthand = (type: string): type is Shorthand =>
  (SHORTHANDS as readonly string[]).includes(type);

/** The same as asking for the field; a single value stands for a list of one. */
export const readShorthand = (
  type: Shorthand,
  { operator = 'in', value, ...others }: Record<string, unknown>,
  context: ReadContext
): ShorthandRule => {
  const [extra] = Object.keys(others);
  if (extra !== undefined) {
    const shown = extra.slice(0, SHOWN);
    return context.refuse(shown, `${type} has no "${shown}"`);
  }
  const listed = value === undefined || Array.isArray(value) ? value : [value];
  const question = {
    field: fieldOf(type),
    operator,
    ...(listed === undefined ? {} : { value: listed }),
  };
  const read = attribute.read(question, context);
  return {
    type,
    operator: read.operator as ShorthandRule['operator'],
    ...(read.value === undefined ? {} : { value: read.value as (string | number)[] }),
  };
};
