import type { ActivityRule } from '../../../../../server/src/modules/conditions/contract';
import { ActivitySelect } from './activity-select';
import { useBuilder } from './builder-context';
import { CountFields } from './count-fields';
import type { LeafEditorProps } from './leaf-editor-props';
import { Line } from './line';
import { NumberField } from './number-field';
import { Select } from './select';
import { Stack } from './stack';
import { narrowed, within } from './optional-parts';
import { WhereFields } from './where-fields';
import { WindowField } from './window-field';

const MEASURES = ['count', 'sum', 'max'] as const;
type Measure = (typeof MEASURES)[number];
const AMOUNT_OPERATORS = ['atLeast', 'atMost', 'exactly'] as const;

export const ActivityEditor = ({ leaf, onChange }: LeafEditorProps<ActivityRule>) => {
  const { t } = useBuilder();
  const { measure = 'count' } = leaf;
  return (
    <Stack>
      <Line>
        <ActivitySelect
          value={leaf.activity}
          onChange={(activity) => onChange({ ...leaf, activity })}
        />
        <Select<Measure>
          label={t('conditions.measure')}
          width={16}
          value={measure}
          options={MEASURES.map((one) => ({ value: one, label: t(`conditions.measure.${one}`) }))}
          onChange={(next) => onChange(measuredBy(leaf, next))}
        />
        {measure === 'count' ? (
          <CountFields
            operator={leaf.operator}
            {...(leaf.count !== undefined && { count: leaf.count })}
            unit={t('conditions.times')}
            onChange={(counted) => {
              const { count: _before, ...rest } = leaf;
              onChange({ ...rest, ...counted });
            }}
          />
        ) : (
          <Amount leaf={leaf} onChange={onChange} />
        )}
        <WindowField value={leaf.window} onChange={(window) => onChange(within(leaf, window))} />
      </Line>
      <WhereFields
        of="activity"
        where={leaf.where}
        onChange={(where) => onChange(narrowed(leaf, where))}
      />
    </Stack>
  );
};

const Amount = ({ leaf, onChange }: LeafEditorProps<ActivityRule>) => {
  const { t } = useBuilder();
  return (
    <Line>
      <Select
        label={t('conditions.howMuch')}
        width={13}
        value={leaf.operator}
        options={AMOUNT_OPERATORS.map((one) => ({
          value: one,
          label: t(`conditions.often.${one}`),
        }))}
        onChange={(operator) => onChange({ ...leaf, operator })}
      />
      <NumberField
        label={t('conditions.value')}
        value={leaf.value}
        onChange={(value) => {
          const { value: _before, ...rest } = leaf;
          onChange({ ...rest, ...(value !== undefined && { value }) });
        }}
      />
    </Line>
  );
};

/** How often is asked by a count, how much by a value. */
const measuredBy = (
  { count: _count, value: _value, measure: _measure, operator, ...rest }: ActivityRule,
  measure: Measure
): ActivityRule => {
  const asked = operator === 'never' ? 'atLeast' : operator;
  return measure === 'count'
    ? { ...rest, operator: asked, count: 1 }
    : { ...rest, operator: asked, measure };
};
