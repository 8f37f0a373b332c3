import type {
  CatalogueField,
  Operator,
  ValueType,
} from '../../../../../server/src/modules/conditions/contract';

/** What is asked first of a field, as it is asked most. */
const FIRST: Record<ValueType, Operator> = {
  text: 'eq',
  number: 'gte',
  date: 'inLast',
  boolean: 'is',
  choice: 'in',
};

type Asked = Pick<CatalogueField, 'valueType' | 'entity' | 'options'>;

/** Of texts that are chosen from a list rather than typed: countries. */
export const isListed = ({ valueType, entity, options }: Asked): boolean =>
  valueType === 'text' && (entity === 'country' || options !== undefined);

export const firstOperator = (field: Asked): Operator =>
  isListed(field) ? 'in' : FIRST[field.valueType];
