import { useMemo } from 'react';
import type { CatalogueField } from '../../../../../server/src/modules/conditions/contract';
import { countries, countryName } from '../../country-name';
import { useFieldValues, type ValueOption } from '../api';
import type { FieldsOf } from '../leaves/catalogue-names';
import { optionLabel } from '../leaves/option-label';
import { useBuilder } from './builder-context';
import { useEntityOptions } from './use-entity-options';

interface Asked {
  field: CatalogueField;
  of: FieldsOf;
  q: string;
  /** Values of the data are asked for only while somebody looks at them. */
  isOpen: boolean;
}

interface ValueOptions {
  options: ValueOption[];
  labelOf: (value: string) => string;
  isLoading: boolean;
  /** Whether a value that is not listed may be typed. */
  canType: (typed: string) => boolean;
}

/** What can be chosen for a field: its own options, labels of the settings, countries, or what the data holds. */
export const useValueOptions = ({ field, of, q, isOpen }: Asked): ValueOptions => {
  const { t } = useBuilder();
  const fixed = useFixedOptions(field);
  const isFree = fixed === null;
  const isHeld = HOLDERS.includes(of) && !field.name.startsWith('data.');
  const values = useFieldValues({ field: field.name, of, q: q.trim() }, isFree && isOpen && isHeld);
  const { names } = useBuilder();
  const options = fixed
    ? fixed.filter(({ label }) => label.toLocaleLowerCase().includes(q.trim().toLocaleLowerCase()))
    : (values.data ?? []);
  return {
    options,
    labelOf: (value) => {
      const { entity } = field;
      if (entity === 'country' || (entity && entity !== 'item' && entity !== 'tag')) {
        return names.option(entity, value);
      }
      return values.data?.find((one) => one.value === value)?.label ?? optionLabel(t, field, value);
    },
    isLoading: isFree && isOpen && values.isLoading,
    canType: (typed) =>
      isFree && typed !== '' && (field.valueType !== 'number' || !Number.isNaN(Number(typed))),
  };
};

/** Whose values the server lists. */
const HOLDERS = ['contact', 'account', 'activity'];

/** Null where the data says what there is. */
const useFixedOptions = (field: CatalogueField): ValueOption[] | null => {
  const { t, intl } = useBuilder();
  const entities = useEntityOptions();
  const { locale } = intl;
  return useMemo(() => {
    const { entity, options } = field;
    if (options) {
      return options.map(({ value }) => ({ value, label: optionLabel(t, field, value) }));
    }
    if (entity === 'country') {
      return countries(locale).map(({ value }) => ({ value, label: countryName(value, locale) }));
    }
    return entity && entity in entities ? entities[entity as keyof typeof entities] : null;
  }, [field, entities, locale, t]);
};
