import { DatePicker, Field } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { fromDay, toDay } from './local-day';
import { useTranslate } from './translate';

interface DayInputProps {
  name: string;
  label: string;
  /** `2026-01-31` */
  value: string | null;
  error?: string | undefined;
  /** As the inputs beside it. */
  size?: 'S' | 'M';
  onChange: (day: string | null) => void;
}

export const DayInput = ({ name, label, value, error, size = 'S', onChange }: DayInputProps) => {
  const t = useTranslate();
  const { locale } = useIntl();
  return (
    <Field.Root name={name} error={error}>
      <Field.Label>{label}</Field.Label>
      <DatePicker
        size={size}
        locale={locale}
        clearLabel={t('common.clear')}
        value={value ? fromDay(value) : undefined}
        onChange={(date) => onChange(date ? toDay(date) : null)}
        onClear={() => onChange(null)}
      />
      <Field.Error />
    </Field.Root>
  );
};
