import type { Span } from '../../../../../server/src/modules/conditions/contract';
import { UNITS } from '../operators';
import { useBuilder } from './builder-context';
import { Line } from './line';
import { NumberField } from './number-field';
import { Select } from './select';

interface SpanFieldProps {
  value: Span;
  onChange: (span: Span) => void;
}

/** A length of time: 30 days. */
export const SpanField = ({ value, onChange }: SpanFieldProps) => {
  const { t } = useBuilder();
  return (
    <Line>
      <NumberField
        label={t('conditions.spanNumber')}
        from={1}
        value={value.last || undefined}
        onChange={(last) => onChange({ ...value, last: last ?? 0 })}
      />
      <Select
        label={t('conditions.spanUnit')}
        width={12}
        value={value.unit}
        options={UNITS.map((unit) => ({ value: unit, label: t(`conditions.unit.${unit}`) }))}
        onChange={(unit) => onChange({ ...value, unit })}
      />
    </Line>
  );
};
