import type { IntlShape } from 'react-intl';
import type {
  CatalogueField,
  FieldQuestion,
  Operator,
  Span,
} from '../../../../../server/src/modules/conditions/contract';
import { countryName } from '../../country-name';
import type { Translate } from '../../translate';
import { fieldIn, nameOfField, type FieldsOf } from './catalogue-names';
import type { NamedEntity } from './names';
import { optionLabel } from './option-label';
import type { SayContext } from './say-context';
import { isSpan, shapeOf } from './value-shape';

type NamedField = Pick<CatalogueField, 'name' | 'valueType'> & Partial<CatalogueField>;

/** "Country is Czechia or Slovakia". What is not chosen yet is three dots. */
export const describeQuestion = (
  question: FieldQuestion,
  of: FieldsOf | NamedField,
  context: SayContext
): string => {
  const { t, catalogue } = context;
  const { field, operator, value } = question;
  const known = typeof of === 'string' ? fieldIn(catalogue, of, field) : of;
  const name = typeof of === 'string' ? nameOfField(catalogue, of, field, t) || '…' : of.name;
  if (shapeOf(operator) === 'none') {
    const id = operator === 'isEmpty' ? 'conditions.said.isEmpty' : 'conditions.said.isNotEmpty';
    return t(id, { field: name });
  }
  return t('conditions.said.question', {
    field: name,
    operator: t(`conditions.operator.${SAID[operator] ?? operator}`).toLocaleLowerCase(),
    value: sayValue(value, known, context),
  });
};

/** "Country is Czechia or Slovakia" rather than "is one of". */
const SAID: Partial<Record<Operator, Operator>> = { in: 'eq', notIn: 'ne' };

const sayValue = (
  value: FieldQuestion['value'],
  field: NamedField | undefined,
  context: SayContext
): string => {
  const { t, intl } = context;
  if (value === undefined || value === '') return '…';
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no').toLocaleLowerCase();
  if (isSpan(value)) return describeSpan(value, t);
  const say = (one: string | number) => sayOne(one, field, { ...context, intl });
  if (!Array.isArray(value)) return say(value);
  if (value.length === 0) return '…';
  const [first = '', ...others] = value.map(say);
  return others.length < MOST_NAMED
    ? intl.formatList([first, ...others], { type: 'disjunction' })
    : t('filter.many', { first, more: others.length });
};

/** What a field holds; undefined when that is nothing. */
export const sayHeld = (
  value: unknown,
  of: FieldsOf,
  name: string,
  context: SayContext
): string | undefined => {
  if (typeof value === 'boolean') return sayValue(value, undefined, context);
  const field = fieldIn(context.catalogue, of, name);
  const held = (Array.isArray(value) ? value : [value]).filter(isHeld);
  return held.length > 0
    ? context.intl.formatList(held.map((one) => sayOne(one, field, context)))
    : undefined;
};

const isHeld = (value: unknown): value is string | number =>
  typeof value === 'number' || (typeof value === 'string' && value !== '');

const sayOne = (
  value: string | number,
  field: NamedField | undefined,
  { names, intl, t }: SayContext
): string => {
  if (field?.valueType === 'date') return describeDay(String(value), intl);
  if (typeof value === 'number' && field?.entity !== 'owner') return intl.formatNumber(value);
  const code = String(value);
  if (field?.entity === 'country') return countryName(code, intl.locale);
  if (field?.entity && isNamed(field.entity)) return names.option(field.entity, code);
  return optionLabel(t, field, code);
};

const MOST_NAMED = 4;

const isNamed = (entity: string): entity is NamedEntity =>
  ['status', 'account-status', 'owner', 'role'].includes(entity);

/** `2026-03-31`, or an instant. */
export const describeDay = (day: string, intl: IntlShape): string => {
  const date = new Date(day);
  if (Number.isNaN(date.getTime())) return day || '…';
  const isDay = /^\d{4}-\d\d-\d\d$/.test(day);
  return intl.formatDate(date, { dateStyle: 'medium', ...(isDay && { timeZone: 'UTC' }) });
};

export const describeSpan = ({ last, unit }: Span, t: Translate): string =>
  t(`conditions.span.${unit}`, { count: last });
