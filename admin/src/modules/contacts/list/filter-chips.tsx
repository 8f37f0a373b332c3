import { useState } from 'react';
import { Button, Flex, IconButton, Popover } from '@strapi/design-system';
import { Cross, Filter as FilterIcon } from '@strapi/icons';
import { styled } from 'styled-components';
import { useTranslate } from '../../../shared/translate';
import { FilterEditor } from './filter-editor';
import { FilterMenu } from './filter-menu';
import type { FilterName } from './filters';
import type { ListState } from './list-state';
import { withoutFilter } from './list-state';
import { useFilterSummary } from './use-filter-summary';

interface FilterChipsProps {
  state: ListState;
  onChange: (state: ListState) => void;
}

/** One chip per filter in use, each opening its editor, then the button that adds one. */
export const FilterChips = ({ state, onChange }: FilterChipsProps) => {
  const summaries = useFilterSummary(state);
  return (
    <Flex gap={2} wrap="wrap">
      {summaries.map(({ name, label, value }) => (
        <FilterChip key={name} {...{ name, label, value, state, onChange }} />
      ))}
      <AddFilter state={state} onChange={onChange} />
    </Flex>
  );
};

interface FilterChipProps extends FilterChipsProps {
  name: FilterName;
  label: string;
  value: string;
}

const FilterChip = ({ name, label, value, state, onChange }: FilterChipProps) => {
  const t = useTranslate();
  return (
    <Popover.Root>
      <Chip>
        <Popover.Trigger>
          <ChipText type="button">
            {label}: {value}
          </ChipText>
        </Popover.Trigger>
        <IconButton
          variant="ghost"
          size="XS"
          withTooltip={false}
          label={t('filter.remove', { name: label })}
          onClick={() => onChange(withoutFilter(state, name))}
        >
          <Cross width="1rem" height="1rem" />
        </IconButton>
      </Chip>
      <Popover.Content side="bottom" align="start">
        <FilterEditor name={name} state={state} onChange={onChange} />
      </Popover.Content>
    </Popover.Root>
  );
};

const AddFilter = ({ state, onChange }: FilterChipsProps) => {
  const t = useTranslate();
  const [name, setName] = useState<FilterName | null>(null);
  return (
    <Popover.Root onOpenChange={() => setName(null)}>
      <Popover.Trigger>
        <Button variant="tertiary" startIcon={<FilterIcon />}>
          {t('filter.add')}
        </Button>
      </Popover.Trigger>
      <Popover.Content side="bottom" align="start">
        {name ? (
          <FilterEditor
            name={name}
            state={state}
            onChange={onChange}
            onBack={() => setName(null)}
          />
        ) : (
          <FilterMenu onPick={setName} />
        )}
      </Popover.Content>
    </Popover.Root>
  );
};

const Chip = styled(Flex)`
  height: 3.2rem;
  padding-inline: ${({ theme }) => theme.spaces[1]};
  border: 1px solid ${({ theme }) => theme.colors.primary200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.primary100};
`;

const ChipText = styled.button`
  max-width: 28rem;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
  padding: ${({ theme }) => `${theme.spaces[1]} ${theme.spaces[2]}`};
  border: 0;
  background: none;
  color: ${({ theme }) => theme.colors.primary600};
  font-size: 1.2rem;
  font-weight: ${({ theme }) => theme.fontWeights.semiBold};
  cursor: pointer;
`;
