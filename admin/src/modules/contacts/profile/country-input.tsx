import { useMemo } from 'react';
import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useField } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { useTranslate } from '../../../shared/translate';
import { countries } from '../../../shared/country-name';

interface CountryInputProps {
  name: string;
  label: string;
  required: boolean;
  disabled: boolean;
}

/**
 * Typing the first letters of a country goes to it. Not a Combobox: Strapi's does not find the name of
 * its value among more than a hundred options, and adds what is typed to what it has completed.
 */
export const CountryInput = ({ name, label, required, disabled }: CountryInputProps) => {
  const t = useTranslate();
  const { locale } = useIntl();
  const options = useMemo(() => countries(locale), [locale]);
  const { value, error, onChange } = useField<string | null>(name);
  return (
    <Field.Root name={name} error={error} required={required}>
      <Field.Label>{label}</Field.Label>
      <SingleSelect
        value={value ?? null}
        disabled={disabled}
        clearLabel={t('common.clear')}
        placeholder={t('profile.chooseCountry')}
        onChange={(code) => onChange(name, String(code))}
        onClear={() => onChange(name, null)}
      >
        {options.map((option) => (
          <SingleSelectOption key={option.value} value={option.value}>
            {option.label}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Error />
    </Field.Root>
  );
};
