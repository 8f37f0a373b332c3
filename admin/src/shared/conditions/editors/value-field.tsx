import { Box, TextInput } from '@strapi/design-system';
import { isSpan, shapeOf } from '../leaves/value-shape';
import { useBuilder } from './builder-context';
import { ChosenValues } from './chosen-values';
import { DayField } from './day-field';
import { Line, Word } from './line';
import { NumberField } from './number-field';
import { Select } from './select';
import { SpanField } from './span-field';
import type { ValueFieldProps } from './value-field-props';
import { Between } from './window-field';

/** What fits the operator and what the field holds. */
export const ValueField = (props: ValueFieldProps) => {
  const { field, operator, value, onChange } = props;
  switch (shapeOf(operator)) {
    case 'none':
      return null;
    case 'span':
      return (
        <SpanField value={isSpan(value) ? value : { last: 0, unit: 'days' }} onChange={onChange} />
      );
    case 'many':
      return <ChosenValues {...props} value={Array.isArray(value) ? value : []} />;
    case 'two':
      return <Two {...props} />;
    case 'one':
      return field.valueType === 'boolean' ? <YesOrNo {...props} /> : <One {...props} />;
  }
};

const One = ({ field, value, onChange }: ValueFieldProps) => {
  const { t, isDisabled } = useBuilder();
  const label = t('conditions.value');
  if (field.valueType === 'number') {
    return (
      <NumberField
        label={label}
        value={typeof value === 'number' ? value : undefined}
        onChange={onChange}
      />
    );
  }
  const text = typeof value === 'string' ? value : '';
  if (field.valueType === 'date') {
    return <DayField label={label} value={text} onChange={onChange} />;
  }
  return (
    <Box width="24rem" maxWidth="100%">
      <TextInput
        size="S"
        aria-label={label}
        placeholder={label}
        value={text}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.value || undefined)}
      />
    </Box>
  );
};

const Two = ({ field, value, onChange }: ValueFieldProps) => {
  const { t } = useBuilder();
  const [from, to] = Array.isArray(value) ? value : [];
  if (field.valueType === 'date') {
    return <Between value={[String(from ?? ''), String(to ?? '')]} onChange={onChange} />;
  }
  const numberOf = (one: unknown) => (typeof one === 'number' ? one : undefined);
  const change = (one: number | undefined, other: number | undefined) =>
    onChange([one ?? '', other ?? '']);
  return (
    <Line>
      <NumberField
        label={t('dates.from')}
        value={numberOf(from)}
        onChange={(next) => change(next, numberOf(to))}
      />
      <Word>–</Word>
      <NumberField
        label={t('dates.to')}
        value={numberOf(to)}
        onChange={(next) => change(numberOf(from), next)}
      />
    </Line>
  );
};

const YesOrNo = ({ value, onChange }: ValueFieldProps) => {
  const { t } = useBuilder();
  return (
    <Select<'true' | 'false'>
      label={t('conditions.value')}
      width={10}
      value={value === false ? 'false' : 'true'}
      options={[
        { value: 'true', label: t('common.yes') },
        { value: 'false', label: t('common.no') },
      ]}
      onChange={(next) => onChange(next === 'true')}
    />
  );
};
