import { Box, DatePicker } from '@strapi/design-system';
import { fromDay, toDay } from '../../local-day';
import { useBuilder } from './builder-context';

interface DayFieldProps {
  label: string;
  /** `2026-01-31` */
  value: string | undefined;
  onChange: (day: string | undefined) => void;
}

export const DayField = ({ label, value, onChange }: DayFieldProps) => {
  const { isDisabled, intl, t } = useBuilder();
  return (
    <Box width="20rem">
      <DatePicker
        size="S"
        aria-label={label}
        placeholder={label}
        locale={intl.locale}
        clearLabel={t('common.clear')}
        disabled={isDisabled}
        value={value ? fromDay(value.slice(0, DAY_LENGTH)) : undefined}
        onChange={(date) => onChange(date ? toDay(date) : undefined)}
        onClear={() => onChange(undefined)}
      />
    </Box>
  );
};

const DAY_LENGTH = '2026-01-31'.length;
