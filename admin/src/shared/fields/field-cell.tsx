/** How one value looks in a table. Text is text: React never makes markup of it. */
import type { ReactNode } from 'react';
import type { IntlShape } from 'react-intl';
import { Typography } from '@strapi/design-system';
import type {
  FieldDescription,
  FieldOption,
} from '../../../../server/src/platform/fields/contract';
import { RelativeTime } from '../relative-time';
import type { Translate } from '../translate';
import { readField, type Values } from './field-value';

export interface Words {
  t: Translate;
  intl: IntlShape;
}

export const EMPTY = <Typography textColor="neutral500">–</Typography>;

export const textCell = (value: string | null | undefined): ReactNode =>
  value ? <span title={value}>{value}</span> : EMPTY;

/** `type` is that of Strapi's attribute. */
export const valueCell = (value: unknown, type: string, { t, intl }: Words): ReactNode => {
  if (value === null || value === undefined || value === '') return EMPTY;
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
  if (typeof value === 'number') return intl.formatNumber(value);
  if (type === 'datetime' && typeof value === 'string') return <RelativeTime at={value} />;
  if (type === 'date' && typeof value === 'string') {
    return intl.formatDate(value, { dateStyle: 'medium', timeZone: 'UTC' });
  }
  return textCell(typeof value === 'string' ? value : JSON.stringify(value));
};

/** Of a record's field, one of the settings included. */
export const fieldCell = (
  { name, type, custom }: FieldDescription,
  record: Values,
  words: Words
): ReactNode => {
  const value = readField(record, name);
  return valueCell(custom ? labelled(value, custom.options) : value, type, words);
};

/** An option that is not offered any more stands for itself. */
const labelled = (value: unknown, options: FieldOption[]): unknown => {
  const labelOf = (one: unknown) => options.find((option) => option.value === one)?.label ?? one;
  return Array.isArray(value) ? value.map(labelOf).join(', ') : labelOf(value);
};
