import { Checkbox, Flex } from '@strapi/design-system';
import type { TimeRule } from '../../../../../server/src/modules/conditions/contract';
import { weekdayName } from '../leaves/describe';
import { useBuilder } from './builder-context';
import type { LeafEditorProps } from './leaf-editor-props';
import { Line, Word } from './line';
import { NumberField } from './number-field';
import { Stack } from './stack';
import { Between } from './window-field';

const DAYS = [1, 2, 3, 4, 5, 6, 7];
const LAST_HOUR = 24;
const OFFICE_HOURS = { from: 9, to: 17 };

/** Facts of the calendar: all that are named have to hold. */
export const TimeEditor = ({ leaf, onChange }: LeafEditorProps<TimeRule>) => {
  const { t, isDisabled } = useBuilder();
  return (
    <Stack>
      <Weekdays leaf={leaf} onChange={onChange} />
      <Line>
        <Checkbox
          checked={leaf.hours !== undefined}
          disabled={isDisabled}
          onCheckedChange={(checked) => {
            const { hours: _before, ...rest } = leaf;
            onChange(checked === true ? { ...rest, hours: OFFICE_HOURS } : rest);
          }}
        >
          {t('conditions.betweenHours')}
        </Checkbox>
        {leaf.hours && <Hours leaf={leaf} hours={leaf.hours} onChange={onChange} />}
      </Line>
      <Line>
        <Word>{t('conditions.onDates')}</Word>
        <Between
          value={[leaf.dates?.from ?? '', leaf.dates?.to ?? '']}
          onChange={([from, to]) => {
            const { dates: _before, ...rest } = leaf;
            const dates = { ...(from && { from }), ...(to && { to }) };
            onChange(from || to ? { ...rest, dates } : rest);
          }}
        />
      </Line>
    </Stack>
  );
};

const Weekdays = ({ leaf, onChange }: LeafEditorProps<TimeRule>) => {
  const { t, intl, isDisabled } = useBuilder();
  const { weekdays = [] } = leaf;
  const toggle = (day: number) => {
    const next = DAYS.filter((one) => weekdays.includes(one) !== (one === day));
    const { weekdays: _before, ...rest } = leaf;
    onChange(next.length > 0 ? { ...rest, weekdays: next } : rest);
  };
  return (
    <Flex gap={4} wrap="wrap" role="group" aria-label={t('conditions.weekdays')}>
      {DAYS.map((day) => (
        <Checkbox
          key={day}
          checked={weekdays.includes(day)}
          disabled={isDisabled}
          onCheckedChange={() => toggle(day)}
        >
          {weekdayName(day, intl)}
        </Checkbox>
      ))}
    </Flex>
  );
};

interface HoursProps extends LeafEditorProps<TimeRule> {
  hours: NonNullable<TimeRule['hours']>;
}

const Hours = ({ leaf, hours, onChange }: HoursProps) => {
  const { t } = useBuilder();
  const set = (end: 'from' | 'to') => (hour: number | undefined) =>
    onChange({ ...leaf, hours: { ...hours, [end]: Math.min(LAST_HOUR, hour ?? 0) } });
  return (
    <Line>
      <NumberField
        label={t('conditions.fromHour')}
        from={0}
        value={hours.from}
        onChange={set('from')}
      />
      <Word>–</Word>
      <NumberField label={t('conditions.toHour')} from={0} value={hours.to} onChange={set('to')} />
    </Line>
  );
};
