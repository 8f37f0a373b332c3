import { Button, DatePicker, Field, Flex } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { fromDay, lastDays, toDay } from './local-day';
import { useTranslate } from './translate';

export interface DayRange {
  /** Local calendar days, both included: `2026-01-31`. */
  from: string | null;
  to: string | null;
}

interface DateRangeEditorProps {
  range: DayRange;
  onChange: (range: DayRange) => void;
}

const PRESETS = [
  { id: 'dates.today', days: 1 },
  { id: 'dates.last7', days: 7 },
  { id: 'dates.last30', days: 30 },
  { id: 'dates.last90', days: 90 },
] as const;

export const DateRangeEditor = ({ range, onChange }: DateRangeEditorProps) => {
  const t = useTranslate();
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex gap={2} wrap="wrap">
        {PRESETS.map(({ id, days }) => (
          <Button
            key={id}
            variant="tertiary"
            size="S"
            onClick={() => onChange({ from: lastDays(days, new Date()), to: null })}
          >
            {t(id)}
          </Button>
        ))}
      </Flex>
      <DayField
        label={t('dates.from')}
        day={range.from}
        onChange={(from) => onChange({ ...range, from })}
      />
      <DayField
        label={t('dates.to')}
        day={range.to}
        onChange={(to) => onChange({ ...range, to })}
      />
    </Flex>
  );
};

interface DayFieldProps {
  label: string;
  day: string | null;
  onChange: (day: string | null) => void;
}

const DayField = ({ label, day, onChange }: DayFieldProps) => {
  const t = useTranslate();
  const { locale } = useIntl();
  return (
    <Field.Root name={label}>
      <Field.Label>{label}</Field.Label>
      <DatePicker
        size="S"
        locale={locale}
        clearLabel={t('common.clear')}
        value={day ? fromDay(day) : undefined}
        onChange={(date) => onChange(date ? toDay(date) : null)}
        onClear={() => onChange(null)}
      />
    </Field.Root>
  );
};
