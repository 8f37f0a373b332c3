/** What an operator takes as its value, and whether a value is that. */
import type {
  ConditionValue,
  FieldQuestion,
  Operator,
  Span,
  ValueType,
} from '../../../../../server/src/modules/conditions/contract';

export type ValueShape = 'none' | 'one' | 'two' | 'many' | 'span';

const SHAPES: Partial<Record<Operator, ValueShape>> = {
  isEmpty: 'none',
  isNotEmpty: 'none',
  between: 'two',
  in: 'many',
  notIn: 'many',
  inLast: 'span',
  notInLast: 'span',
  inNext: 'span',
  anniversaryIn: 'span',
};

export const shapeOf = (operator: Operator): ValueShape => SHAPES[operator] ?? 'one';

export const isSpan = (value: unknown): value is Span =>
  typeof value === 'object' && value !== null && 'last' in value && 'unit' in value;

/** The value after another operator was chosen: kept where it fits, or what one begins with. */
export const fitted = (
  operator: Operator,
  value: ConditionValue | undefined
): ConditionValue | undefined => {
  const shape = shapeOf(operator);
  if (shape === 'none') return undefined;
  if (shape === 'span') return isSpan(value) ? value : { last: 30, unit: 'days' };
  const list = Array.isArray(value) ? value : isSpan(value) || value === undefined ? [] : [value];
  const plain = list.filter((one) => typeof one !== 'boolean');
  if (shape === 'many') return plain;
  if (shape === 'two') return plain.length === 2 ? plain : [];
  return typeof value === 'boolean' ? value : plain[0];
};

/** With another operator. */
export const withOperator = <Question extends FieldQuestion>(
  question: Question,
  operator: Operator
): Question => withValue({ ...question, operator }, fitted(operator, question.value));

/** Without a property for no value. */
export const withValue = <Question extends FieldQuestion>(
  { value: _before, ...question }: Question,
  value: ConditionValue | undefined
): Question => ({ ...question, ...(value !== undefined && { value }) }) as Question;

export const hasValue = ({ operator, value }: FieldQuestion, valueType?: ValueType): boolean => {
  switch (shapeOf(operator)) {
    case 'none':
      return true;
    case 'span':
      return isSpan(value) && value.last >= 1;
    case 'many':
      return Array.isArray(value) && value.length > 0;
    case 'two':
      return Array.isArray(value) && value.length === 2 && value.every((one) => one !== '');
    case 'one':
      if (valueType === 'number') return typeof value === 'number';
      return value !== undefined && value !== '' && !Array.isArray(value) && !isSpan(value);
  }
};
