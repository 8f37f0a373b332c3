import type { Window } from '../../../../../server/src/modules/conditions/contract';
import { useBuilder } from './builder-context';
import { DayField } from './day-field';
import { Line } from './line';
import { Select } from './select';
import { SpanField } from './span-field';

interface WindowFieldProps {
  value: Window | undefined;
  onChange: (window: Window | undefined) => void;
  /** Where only a length of time makes sense. */
  onlySpan?: boolean;
}

const PRESETS = ['ever', 'last7', 'last30', 'last90', 'last365', 'span', 'between'] as const;
type Preset = (typeof PRESETS)[number];

const DAYS: Partial<Record<Preset, number>> = { last7: 7, last30: 30, last90: 90, last365: 365 };

/** When something was done: a common time, or one of one's own. */
export const WindowField = ({ value, onChange, onlySpan = false }: WindowFieldProps) => {
  const { t } = useBuilder();
  const preset = presetOf(value);
  const offered = onlySpan ? PRESETS.filter((one) => one !== 'ever' && one !== 'between') : PRESETS;
  return (
    <Line>
      <Select<Preset>
        label={t('conditions.window')}
        width={20}
        value={preset}
        options={offered.map((one) => ({ value: one, label: t(`conditions.window.${one}`) }))}
        onChange={(next) => onChange(windowOf(next, value))}
      />
      {preset === 'span' && typeof value === 'object' && 'last' in value && (
        <SpanField value={value} onChange={onChange} />
      )}
      {preset === 'between' && typeof value === 'object' && 'between' in value && (
        <Between value={value.between} onChange={(between) => onChange({ between })} />
      )}
    </Line>
  );
};

interface BetweenProps {
  value: [string, string];
  onChange: (value: [string, string]) => void;
}

export const Between = ({ value: [from, to], onChange }: BetweenProps) => {
  const { t } = useBuilder();
  return (
    <Line>
      <DayField
        label={t('dates.from')}
        value={from}
        onChange={(day) => onChange([day ?? '', to])}
      />
      <DayField label={t('dates.to')} value={to} onChange={(day) => onChange([from, day ?? ''])} />
    </Line>
  );
};

const presetOf = (window: Window | undefined): Preset => {
  if (window === undefined || window === 'ever') return 'ever';
  if ('between' in window) return 'between';
  const known = PRESETS.find((preset) => DAYS[preset] === window.last && window.unit === 'days');
  return known ?? 'span';
};

const windowOf = (preset: Preset, before: Window | undefined): Window | undefined => {
  if (preset === 'ever') return undefined;
  if (preset === 'between') return { between: ['', ''] };
  const days = DAYS[preset];
  if (days !== undefined) return { last: days, unit: 'days' };
  const last = typeof before === 'object' && 'last' in before ? before.last : 2;
  return { last, unit: 'weeks' };
};
