import { Box, Checkbox, Field, Grid, NumberInput, TextInput } from '@strapi/design-system';
import { useTranslate } from '../../../shared/translate';
import { isName } from './is-name';
import type { PartProps } from './part-props';

/** Whether it stands in for others, for which, and what it comes before. */
export const OrderFields = ({ audience, disabled, onChange }: PartProps) => {
  const t = useTranslate();
  const { always = false, fallback = false, slot = '', priority } = audience;
  return (
    <>
      <Box>
        <Checkbox
          checked={always}
          disabled={disabled}
          onCheckedChange={(checked) => onChange({ always: checked === true })}
        >
          {t('audience.always')}
        </Checkbox>
      </Box>
      <Box>
        <Checkbox
          checked={fallback}
          disabled={disabled}
          onCheckedChange={(checked) => onChange({ fallback: checked === true })}
        >
          {t('audience.fallback')}
        </Checkbox>
      </Box>
      <Grid.Root gap={4}>
        <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
          <Field.Root
            name="audience-priority"
            hint={t('audience.priorityHint')}
            error={isPriority(priority) ? false : t('audience.priorityRule')}
          >
            <Field.Label>{t('audience.priority')}</Field.Label>
            <NumberInput
              value={priority}
              disabled={disabled}
              onValueChange={(value) => onChange({ priority: value ?? null })}
            />
            <Field.Hint />
            <Field.Error />
          </Field.Root>
        </Grid.Item>
        <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
          <Field.Root
            name="audience-slot"
            hint={t('audience.slotHint')}
            error={slot === '' || isName(slot) ? false : t('audience.nameRule')}
          >
            <Field.Label>{t('audience.slot')}</Field.Label>
            <TextInput
              value={slot}
              disabled={disabled}
              onChange={(event) => onChange({ slot: event.target.value })}
            />
            <Field.Hint />
            <Field.Error />
          </Field.Root>
        </Grid.Item>
      </Grid.Root>
    </>
  );
};

const MOST = 1_000;

const isPriority = (value = 0): boolean => Number.isInteger(value) && Math.abs(value) <= MOST;
