/** What a filter asks of one field's values, by the way the field can be asked. */
import { errors } from '@strapi/utils';
import { normalizeDay } from '../normalize-day';
import type { FilterWay } from './contract';
import type { FieldFilter } from './field-filter';

type Bound = string | number | Date | null;

export type FieldTest =
  | { test: 'present' | 'absent' }
  | { test: 'among'; values: string[] }
  | { test: 'is'; value: boolean }
  | { test: 'startsWith'; text: string }
  | { test: 'between'; from: Bound; to: Bound };

const MAX_VALUES = 300;
const MAX_TEXT = 200;

/** Throws a ValidationError for what this field cannot be asked. */
export const testOf = (way: FilterWay, filter: FieldFilter): FieldTest => {
  const { empty, from, to, is } = filter;
  if (empty !== undefined) return { test: empty ? 'absent' : 'present' };
  const isRange = from !== undefined || to !== undefined;
  if (isRange !== RANGES.has(way) || (!isRange && is === undefined)) throw refused(filter, way);
  return tests[way](filter);
};

const RANGES: ReadonlySet<FilterWay> = new Set<FilterWay>(['number', 'day', 'instant']);

const HINTS: Record<FilterWay, string> = {
  options: 'by its options, separated by commas',
  text: `by how it begins, up to ${MAX_TEXT} characters`,
  boolean: 'by true or false',
  number: 'with .from and .to, which are numbers',
  day: 'with .from and .to, which are days such as 2026-12-31',
  instant: 'with .from and .to, which are ISO dates',
};

const refused = ({ source, name }: FieldFilter, way: FilterWay) =>
  new errors.ValidationError(`${source}.${name} can be filtered ${HINTS[way]}`);

const between =
  (way: FilterWay, read: (text: string) => Bound) =>
  (filter: FieldFilter): FieldTest => {
    const bound = (text: string | undefined): Bound => {
      if (!text) return null;
      const value = read(text);
      if (value === null) throw refused(filter, way);
      return value;
    };
    return { test: 'between', from: bound(filter.from), to: bound(filter.to) };
  };

const tests: Record<FilterWay, (filter: FieldFilter) => FieldTest> = {
  options: (filter) => {
    const values = (filter.is ?? '').split(',').filter(Boolean);
    if (values.length === 0 || values.length > MAX_VALUES) throw refused(filter, 'options');
    return { test: 'among', values };
  },
  text: (filter) => {
    const text = (filter.is ?? '').trim();
    if (text === '' || text.length > MAX_TEXT) throw refused(filter, 'text');
    return { test: 'startsWith', text };
  },
  boolean: (filter) => {
    if (filter.is !== 'true' && filter.is !== 'false') throw refused(filter, 'boolean');
    return { test: 'is', value: filter.is === 'true' };
  },
  number: between('number', (text) => {
    const value = Number(text);
    return text.trim() !== '' && Number.isFinite(value) ? value : null;
  }),
  day: between('day', normalizeDay),
  instant: between('instant', (text) => {
    const date = new Date(text);
    const year = date.getUTCFullYear();
    return Number.isNaN(year) || year < 1 || year > 9_999 ? null : date;
  }),
};
