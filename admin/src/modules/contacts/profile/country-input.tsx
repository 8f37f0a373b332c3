import { useMemo, useState } from 'react';
import { Combobox, ComboboxOption, Field } from '@strapi/design-system';
import { useField } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { useTranslate } from '../../../shared/translate';
import { countries, countryName } from '../country-name';

interface CountryInputProps {
  name: string;
  label: string;
  required: boolean;
  disabled: boolean;
}

export const CountryInput = ({ name, label, required, disabled }: CountryInputProps) => {
  const t = useTranslate();
  const { locale } = useIntl();
  const options = useMemo(() => countries(locale), [locale]);
  const { value, error, onChange } = useField<string | null>(name);
  const { text, setText } = useText(value ? countryName(value, locale) : '');
  return (
    <Field.Root name={name} error={error} required={required}>
      <Field.Label>{label}</Field.Label>
      <Combobox
        value={value ?? ''}
        textValue={text}
        onTextValueChange={(typed) => setText(typed ?? '')}
        disabled={disabled}
        clearLabel={t('common.clear')}
        placeholder={t('profile.chooseCountry')}
        noOptionsMessage={() => t('common.noOptions')}
        onChange={(code) => onChange(name, code || null)}
        onClear={() => onChange(name, null)}
      >
        {options.map((option) => (
          <ComboboxOption key={option.value} value={option.value}>
            {option.label}
          </ComboboxOption>
        ))}
      </Combobox>
      <Field.Error />
    </Field.Root>
  );
};

/**
 * What stands in the field: what is typed, and the country's name whenever another one is chosen. The
 * Combobox does not look that up by itself while it is closed and has more than a hundred options.
 */
const useText = (chosen: string) => {
  const [text, setText] = useState(chosen);
  const [shown, setShown] = useState(chosen);
  if (shown !== chosen) {
    setShown(chosen);
    setText(chosen);
  }
  return { text, setText };
};
