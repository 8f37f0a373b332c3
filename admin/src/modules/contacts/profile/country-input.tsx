import { useMemo } from 'react';
import { Combobox, ComboboxOption, Field } from '@strapi/design-system';
import { useField } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { useTranslate } from '../../../shared/translate';
import { countries } from '../country-name';

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
  return (
    <Field.Root name={name} error={error} required={required}>
      <Field.Label>{label}</Field.Label>
      <Combobox
        value={value ?? ''}
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
