/** Parts of the query strings of lists: several values of one filter stand in one, with commas between. */
import { errors, yup } from '@strapi/utils';
import { isRecord } from './records';

const MAX_VALUES = 300;

const commaSeparated = (value: unknown): unknown =>
  typeof value === 'string' ? value.split(',').filter(Boolean) : value;

export const listOf = <Item extends yup.AnySchema>(item: Item) =>
  yup
    .array()
    .transform((_cast, original) => commaSeparated(original))
    .of(item)
    .max(MAX_VALUES);

// eslint-disable-next-line no-control-regex -- PostgreSQL refuses the zero character in text
const PRINTABLE = /^[^\u0000-\u001f]*$/;

export const shortText = (maxLength: number) =>
  yup.string().max(maxLength).matches(PRINTABLE).required();

/** yup's `noUnknown` drops what it does not know when it casts, instead of refusing it. */
export const refuseUnknown = (
  query: unknown,
  known: string[],
  isKnown: (name: string) => boolean = () => false
): void => {
  if (!isRecord(query)) throw new errors.ValidationError('The filter must be an object');
  const unknown = Object.keys(query).filter((name) => !known.includes(name) && !isKnown(name));
  if (unknown.length > 0) {
    throw new errors.ValidationError(`There is no filter "${unknown[0]}"`);
  }
};

const MAX_PAGE_SIZE = 100;
const MAX_CURSOR_LENGTH = 2_000;

export const pageShape = {
  pageSize: yup.number().integer().min(1).max(MAX_PAGE_SIZE).default(50),
  cursor: yup.string().max(MAX_CURSOR_LENGTH),
};
