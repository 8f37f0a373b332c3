import type { CountOperator } from '../../../../../server/src/modules/conditions/contract';
import { COUNT_OPERATORS } from '../operators';
import { useBuilder } from './builder-context';
import { Line, Word } from './line';
import { NumberField } from './number-field';
import { Select } from './select';

interface Counted {
  operator: CountOperator;
  count?: number;
}

interface CountFieldsProps extends Counted {
  onChange: (counted: Counted) => void;
  /** "times" or "entries". */
  unit: string;
}

/** At least 2 times. */
export const CountFields = ({ operator, count, onChange, unit }: CountFieldsProps) => {
  const { t } = useBuilder();
  const set = (next: CountOperator, times: number | undefined) =>
    onChange({
      operator: next,
      ...(next !== 'never' && times !== undefined && { count: times }),
    });
  return (
    <Line>
      <Select
        label={t('conditions.howOften')}
        width={13}
        value={operator}
        options={COUNT_OPERATORS.map((one) => ({
          value: one,
          label: t(`conditions.often.${one}`),
        }))}
        onChange={(next) => set(next, count ?? 1)}
      />
      {operator !== 'never' && (
        <>
          <NumberField
            label={t('conditions.count')}
            from={0}
            value={count}
            onChange={(next) => set(operator, next)}
          />
          <Word>{unit}</Word>
        </>
      )}
    </Line>
  );
};
