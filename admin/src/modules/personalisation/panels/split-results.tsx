import { useState } from 'react';
import {
  Box,
  Field,
  Flex,
  NumberInput,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { typeLabel } from '../../../shared/activity-type-label';
import { useCan } from '../../../shared/permissions';
import { useTranslate } from '../../../shared/translate';
import { useActivityTypes } from '../api';
import { SplitFigures } from './split-figures';

const DEFAULT_DAYS = 14;
const MOST_DAYS = 365;

/** How the arms of a split did, by what people did after they saw one. */
export const SplitResults = ({ split }: { split: string }) => {
  const t = useTranslate();
  const may = useCan('activities.read');
  const [activity, setActivity] = useState('purchase');
  const [days, setDays] = useState<number | undefined>(DEFAULT_DAYS);
  if (!may) return null;
  return (
    <Box tag="section" aria-label={t('personalisation.split', { split })} paddingTop={2}>
      <Typography variant="pi" fontWeight="bold" tag="h3" style={{ overflowWrap: 'anywhere' }}>
        {t('personalisation.split', { split })}
      </Typography>
      <Flex direction="column" alignItems="stretch" gap={2} paddingTop={2}>
        <ActivityChoice {...{ activity }} onChoose={setActivity} />
        <Field.Root
          name={`days-${split}`}
          error={isDays(days) ? false : t('personalisation.daysRule')}
        >
          <Field.Label>{t('personalisation.days')}</Field.Label>
          <NumberInput value={days} onValueChange={setDays} />
          <Field.Error />
        </Field.Root>
      </Flex>
      {isDays(days) && <SplitFigures split={split} question={{ activity, withinDays: days }} />}
    </Box>
  );
};

const isDays = (days: number | undefined): days is number =>
  Number.isInteger(days) && Number(days) >= 1 && Number(days) <= MOST_DAYS;

interface ActivityChoiceProps {
  activity: string;
  onChoose: (activity: string) => void;
}

const ActivityChoice = ({ activity, onChoose }: ActivityChoiceProps) => {
  const t = useTranslate();
  const { data: types = [] } = useActivityTypes();
  const options = types
    .map((type) => ({ value: type.name, label: typeLabel(type, t) }))
    .sort((a, b) => a.label.localeCompare(b.label));
  return (
    <Field.Root name="split-activity">
      <Field.Label>{t('personalisation.activity')}</Field.Label>
      <SingleSelect
        value={activity}
        disabled={types.length === 0}
        onChange={(value) => onChoose(String(value))}
      >
        {options.map(({ value, label }) => (
          <SingleSelectOption key={value} value={value}>
            {label}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
};
