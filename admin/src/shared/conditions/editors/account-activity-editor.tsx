import { Checkbox } from '@strapi/design-system';
import type { AccountActivityRule } from '../../../../../server/src/modules/conditions/contract';
import { COUNT_OPERATORS } from '../operators';
import { ActivitySelect } from './activity-select';
import { useBuilder } from './builder-context';
import type { LeafEditorProps } from './leaf-editor-props';
import { Line, Word } from './line';
import { NumberField } from './number-field';
import { narrowed, within } from './optional-parts';
import { Select } from './select';
import { Stack } from './stack';
import { WhereFields } from './where-fields';
import { WindowField } from './window-field';

type Operator = AccountActivityRule['operator'];
const OPERATORS: readonly Operator[] = [...COUNT_OPERATORS, 'lessThanBefore'];

/** What everybody in the contact's accounts did, taken together. */
export const AccountActivityEditor = (props: LeafEditorProps<AccountActivityRule>) => {
  const { leaf, onChange } = props;
  const { t, isDisabled } = useBuilder();
  return (
    <Stack>
      <Line>
        <ActivitySelect
          value={leaf.activity}
          onChange={(activity) => onChange({ ...leaf, activity })}
        />
        <Select
          label={t('conditions.howOften')}
          value={leaf.operator}
          options={OPERATORS.map((one) => ({ value: one, label: t(`conditions.often.${one}`) }))}
          onChange={(operator) => onChange(withOperator(leaf, operator))}
        />
        <HowMany {...props} />
        <WindowField
          value={leaf.window}
          onlySpan={leaf.operator === 'lessThanBefore'}
          onChange={(window) => onChange(within(leaf, window))}
        />
      </Line>
      <WhereFields
        of="activity"
        where={leaf.where}
        onChange={(where) => onChange(narrowed(leaf, where))}
      />
      <Checkbox
        checked={leaf.subsidiaries === true}
        disabled={isDisabled}
        onCheckedChange={(checked) => {
          const { subsidiaries: _before, ...rest } = leaf;
          onChange({ ...rest, ...(checked === true && { subsidiaries: true }) });
        }}
      >
        {t('glance.withSubsidiaries')}
      </Checkbox>
    </Stack>
  );
};

const HowMany = ({ leaf, onChange }: LeafEditorProps<AccountActivityRule>) => {
  const { t } = useBuilder();
  if (leaf.operator === 'never') return null;
  if (leaf.operator === 'lessThanBefore') {
    return (
      <Line>
        <Word>{t('conditions.byPercent')}</Word>
        <NumberField
          label={t('conditions.percent')}
          from={1}
          value={leaf.byPercent}
          onChange={(percent) => {
            const { byPercent: _before, ...rest } = leaf;
            onChange({
              ...rest,
              ...(percent !== undefined && { byPercent: Math.min(100, percent) }),
            });
          }}
        />
        <Word>%</Word>
      </Line>
    );
  }
  return (
    <Line>
      <NumberField
        label={t('conditions.count')}
        from={0}
        value={leaf.count}
        onChange={(count) => {
          const { count: _before, ...rest } = leaf;
          onChange({ ...rest, ...(count !== undefined && { count }) });
        }}
      />
      <Word>{t('conditions.times')}</Word>
    </Line>
  );
};

const withOperator = (
  { count, byPercent, operator: _before, ...rest }: AccountActivityRule,
  operator: Operator
): AccountActivityRule => {
  if (operator === 'never') return { ...rest, operator };
  if (operator !== 'lessThanBefore') return { ...rest, operator, count: count ?? 1 };
  const { window } = rest;
  const isSpan = typeof window === 'object' && 'last' in window;
  return {
    ...{ ...rest, operator, byPercent: byPercent ?? 25 },
    ...(!isSpan && { window: { last: 30, unit: 'days' } }),
  };
};
