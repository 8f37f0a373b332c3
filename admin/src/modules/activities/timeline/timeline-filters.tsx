import { useMemo } from 'react';
import { Box, Button, Flex, Popover } from '@strapi/design-system';
import { CaretDown } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { DateRangeEditor } from '../../../shared/date-range-editor';
import { describeRange } from '../../../shared/describe-range';
import { OptionList } from '../../../shared/option-list';
import { useTranslate } from '../../../shared/translate';
import { useActivityTypes } from '../api';
import { typeLabel } from '../../../shared/activity-type-label';
import type { TimelineChoice } from './use-timeline-filter';

interface TimelineFiltersProps {
  filter: TimelineChoice;
  onChange: (filter: TimelineChoice) => void;
}

export const TimelineFilters = ({ filter, onChange }: TimelineFiltersProps) => (
  <Flex gap={2}>
    <TypeFilter filter={filter} onChange={onChange} />
    <DateFilter filter={filter} onChange={onChange} />
  </Flex>
);

const TypeFilter = ({ filter, onChange }: TimelineFiltersProps) => {
  const t = useTranslate();
  const { data: types } = useActivityTypes();
  const options = useMemo(
    () =>
      (types ?? [])
        .map((type) => ({ value: type.name, label: typeLabel(type, t) }))
        .sort((a, b) => a.label.localeCompare(b.label)),
    [types, t]
  );
  const { length } = filter.types;
  return (
    <Popover.Root>
      <Popover.Trigger>
        <Button variant="tertiary" size="S" endIcon={<CaretDown />}>
          {length === 0 ? t('timeline.allTypes') : t('timeline.types', { count: length })}
        </Button>
      </Popover.Trigger>
      <Popover.Content side="bottom" align="start">
        <Box padding={2} width="28rem">
          <OptionList
            label={t('timeline.type')}
            options={options}
            selected={filter.types}
            onChange={(selected) => onChange({ ...filter, types: selected })}
          />
        </Box>
      </Popover.Content>
    </Popover.Root>
  );
};

const DateFilter = ({ filter, onChange }: TimelineFiltersProps) => {
  const t = useTranslate();
  const intl = useIntl();
  const { from, to } = filter.range;
  return (
    <Popover.Root>
      <Popover.Trigger>
        <Button variant="tertiary" size="S" endIcon={<CaretDown />}>
          {from || to ? describeRange(filter.range, t, intl) : t('timeline.anyTime')}
        </Button>
      </Popover.Trigger>
      <Popover.Content side="bottom" align="start">
        <Box padding={4} width="28rem">
          <DateRangeEditor
            range={filter.range}
            onChange={(range) => onChange({ ...filter, range })}
          />
        </Box>
      </Popover.Content>
    </Popover.Root>
  );
};
