import { useState, type ReactNode } from 'react';
import { Box, Button, Flex, IconButton, Popover } from '@strapi/design-system';
import { Cross, Filter as FilterIcon } from '@strapi/icons';
import { styled } from 'styled-components';
import { ListButton } from '../list-button';
import { useTranslate } from '../translate';
import { FilterFrame } from './filter-frame';

interface Named<Name extends string> {
  name: Name;
  label: string;
}

export interface FilterSummary<Name extends string> extends Named<Name> {
  /** What is chosen, in words. */
  value: ReactNode;
}

interface FilterChipsProps<Name extends string> {
  inUse: FilterSummary<Name>[];
  /** What the list can be filtered by. */
  offered: Named<Name>[];
  editorOf: (name: Name) => ReactNode;
  onRemove: (name: Name) => void;
}

/** One chip per filter in use, each opening its editor, then the button that adds one. */
export const FilterChips = <Name extends string>(props: FilterChipsProps<Name>) => {
  const { inUse, offered, editorOf, onRemove } = props;
  return (
    <Flex gap={2} wrap="wrap">
      {inUse.map((filter) => (
        <FilterChip
          key={filter.name}
          {...filter}
          editor={editorOf(filter.name)}
          onRemove={() => onRemove(filter.name)}
        />
      ))}
      <AddFilter offered={offered} editorOf={editorOf} />
    </Flex>
  );
};

interface FilterChipProps {
  label: string;
  value: ReactNode;
  editor: ReactNode;
  onRemove: () => void;
}

const FilterChip = ({ label, value, editor, onRemove }: FilterChipProps) => {
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
          onClick={onRemove}
        >
          <Cross width="1rem" height="1rem" />
        </IconButton>
      </Chip>
      <Popover.Content side="bottom" align="start">
        <FilterFrame label={label}>{editor}</FilterFrame>
      </Popover.Content>
    </Popover.Root>
  );
};

type AddFilterProps<Name extends string> = Pick<FilterChipsProps<Name>, 'offered' | 'editorOf'>;

const AddFilter = <Name extends string>({ offered, editorOf }: AddFilterProps<Name>) => {
  const t = useTranslate();
  const [picked, setPicked] = useState<Named<Name> | null>(null);
  return (
    <Popover.Root onOpenChange={() => setPicked(null)}>
      <Popover.Trigger>
        <Button variant="tertiary" startIcon={<FilterIcon />}>
          {t('filter.add')}
        </Button>
      </Popover.Trigger>
      <Popover.Content side="bottom" align="start">
        {picked ? (
          <FilterFrame label={picked.label} onBack={() => setPicked(null)}>
            {editorOf(picked.name)}
          </FilterFrame>
        ) : (
          <Box padding={1} minWidth="20rem" maxHeight="40rem" overflow="auto">
            {offered.map((filter) => (
              <ListButton key={filter.name} type="button" onClick={() => setPicked(filter)}>
                {filter.label}
              </ListButton>
            ))}
          </Box>
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
