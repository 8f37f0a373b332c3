/** The site's own fields as filters: which there are, and what is asked of them in words. */
import { useMemo } from 'react';
import { useIntl, type IntlShape } from 'react-intl';
import type { FieldDescription } from '../../../../server/src/platform/fields/contract';
import { describeRange } from '../describe-range';
import { useTranslate, type Translate } from '../translate';
import {
  ownFilterOf,
  ownParts,
  toDays,
  type OwnField,
  type OwnParts,
  type OwnState,
} from './own-field';

/** In the order of the card. `fields` are the list's catalogue, undefined until it has come. */
export const useOwnFields = (fields: FieldDescription[] | undefined): OwnField[] =>
  useMemo(
    () =>
      (fields ?? []).flatMap(({ filter, label, custom, enum: values = [] }) => {
        const name = filter && ownFilterOf(filter.parameter);
        if (!name) return [];
        const options = custom?.options ?? values.map((value) => ({ value, label: value }));
        return [{ name, label, way: filter.way, options }];
      }),
    [fields]
  );

/** The filters in use in words. A field that is gone goes by its code, so that it can be taken away. */
export const useOwnSummary = (
  state: Pick<OwnState, 'own'>,
  catalogue: FieldDescription[] | undefined
) => {
  const t = useTranslate();
  const intl = useIntl();
  const fields = useOwnFields(catalogue);
  const names = [...new Set(Object.keys(state.own).flatMap((name) => ownFilterOf(name) ?? []))];
  return names.map((name) => {
    const field = fields.find((one) => one.name === name);
    const parts = ownParts(state, name);
    const value = field ? tell(field, parts, t, intl) : Object.values(parts).join(' ');
    return { name, label: field?.label ?? name.replace(/^\w+\./, ''), value };
  });
};

const tell = ({ way, options }: OwnField, parts: OwnParts, t: Translate, intl: IntlShape) => {
  const { is = '', from, to, empty } = parts;
  if (empty) return t(empty === 'true' ? 'filter.empty' : 'filter.notEmpty');
  if (way === 'boolean') return t(is === 'true' ? 'common.yes' : 'common.no');
  if (way === 'day' || way === 'instant') return describeRange(toDays(way, parts), t, intl);
  if (way === 'number') return tellNumbers(from, to, t);
  if (way === 'text') return t('filter.startsWith', { text: is });
  return is
    .split(',')
    .map((value) => options.find((option) => option.value === value)?.label ?? value)
    .join(', ');
};

const tellNumbers = (from: string | undefined, to: string | undefined, t: Translate): string => {
  if (from && to) return t('filter.between', { from, to });
  return from ? t('filter.atLeast', { from }) : t('filter.atMost', { to });
};
