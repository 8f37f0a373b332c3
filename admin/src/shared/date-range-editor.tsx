import { Button, Flex } from '@strapi/design-system';
import { DayInput } from './day-input';
import { lastDays } from './local-day';
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
      <DayInput
        name="from"
        label={t('dates.from')}
        value={range.from}
        onChange={(from) => onChange({ ...range, from })}
      />
      <DayInput
        name="to"
        label={t('dates.to')}
        value={range.to}
        onChange={(to) => onChange({ ...range, to })}
      />
    </Flex>
  );
};
