import {
  Box,
  Checkbox,
  Field,
  Grid,
  NumberInput,
  TextInput,
  Typography,
} from '@strapi/design-system';
import type { Split } from '../../../../../server/src/modules/personalisation/contract';
import { useTranslate, type TranslationId } from '../../../shared/translate';
import { isName } from './is-name';
import type { PartProps } from './part-props';

const NEW: Split = { name: 'test', variant: 'a', from: 0, to: 50 };

/** One arm of an A/B split: which, and between which percentages. */
export const SplitFields = ({ audience, disabled, onChange }: PartProps) => {
  const t = useTranslate();
  const { split } = audience;
  const change = (changed: Partial<Split>) => onChange({ split: { ...NEW, ...split, ...changed } });
  return (
    <>
      <Box>
        <Checkbox
          checked={split !== undefined}
          disabled={disabled}
          onCheckedChange={(checked) => onChange({ split: checked === true ? NEW : null })}
        >
          {t('audience.split')}
        </Checkbox>
      </Box>
      {split && (
        <Grid.Root gap={4}>
          <Text
            label="audience.splitName"
            value={split.name}
            disabled={disabled}
            onChange={(name) => change({ name })}
          />
          <Text
            label="audience.splitVariant"
            value={split.variant}
            disabled={disabled}
            onChange={(variant) => change({ variant })}
          />
          <Percent
            label="audience.splitFrom"
            value={split.from}
            disabled={disabled}
            onChange={(from) => change({ from })}
          />
          <Percent
            label="audience.splitTo"
            value={split.to}
            disabled={disabled}
            onChange={(to) => change({ to })}
          />
          <Grid.Item col={12} xs={12}>
            <Share {...split} />
          </Grid.Item>
        </Grid.Root>
      )}
    </>
  );
};

const Share = ({ from, to }: Split) => {
  const t = useTranslate();
  const isShare = 0 <= from && from < to && to <= 100;
  return (
    <Typography
      variant="pi"
      textColor={isShare ? 'neutral600' : 'danger600'}
      role={isShare ? undefined : 'alert'}
    >
      {isShare
        ? t('audience.splitShare', { share: Number((to - from).toFixed(2)) })
        : t('audience.splitOrder')}
    </Typography>
  );
};

interface PartOf<Value> {
  label: TranslationId;
  value: Value;
  disabled: boolean;
  onChange: (value: Value) => void;
}

const Text = ({ label, value, disabled, onChange }: PartOf<string>) => {
  const t = useTranslate();
  return (
    <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
      <Field.Root name={label} error={isName(value) ? false : t('audience.nameRule')}>
        <Field.Label>{t(label)}</Field.Label>
        <TextInput
          value={value}
          disabled={disabled}
          onChange={(event) => onChange(event.target.value)}
        />
        <Field.Error />
      </Field.Root>
    </Grid.Item>
  );
};

const Percent = ({ label, value, disabled, onChange }: PartOf<number>) => {
  const t = useTranslate();
  return (
    <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
      <Field.Root name={label}>
        <Field.Label>{t(label)}</Field.Label>
        <NumberInput
          value={value}
          disabled={disabled}
          onValueChange={(given) => onChange(given ?? 0)}
        />
      </Field.Root>
    </Grid.Item>
  );
};
