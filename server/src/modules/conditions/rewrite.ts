/** Shorthands become what they stand for, and what is switched off goes: what is left is compiled. */
import {
  SHORTHANDS,
  type Condition,
  type CoreCondition,
  type CoreLeaf,
  type ShorthandRule,
} from './contract';
import { isBlock, isNot } from './nodes';
import { fieldOf } from './shorthand-field';

/** Null when nothing is left to ask. */
export const rewrite = (condition: Condition): CoreCondition | null => {
  if (condition.disabled) return null;
  if (isBlock(condition)) {
    const rules = condition.rules.map(rewrite).filter((rule) => rule !== null);
    return rules.length > 0 ? { type: condition.type, rules } : null;
  }
  if (isNot(condition)) {
    const rule = rewrite(condition.rule);
    return rule && { type: 'not', rule };
  }
  return isShorthand(condition) ? expand(condition) : condition;
};

const isShorthand = (condition: Condition): condition is ShorthandRule =>
  (SHORTHANDS as readonly string[]).includes(condition.type);

const expand = ({ type, operator, value }: ShorthandRule): CoreLeaf => ({
  type: 'attribute',
  field: fieldOf(type),
  operator,
  ...(value === undefined ? {} : { value }),
});
