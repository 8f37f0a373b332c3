import { useState } from 'react';
import { Box, Button, Popover } from '@strapi/design-system';
import { CaretDown } from '@strapi/icons';
import { SearchChoice, type SearchOption } from '../../search-choice';
import { useBuilder } from './builder-context';

interface EntityPickerProps {
  label: string;
  /** Of the cache. */
  kind: string;
  find: (q: string, signal: AbortSignal) => Promise<SearchOption[]>;
  /** What is chosen, in words; empty when nothing is. */
  chosen: string;
  without?: readonly string[];
  onChoose: (option: SearchOption) => void;
}

/** One of many, found by typing, in a line of inputs. */
export const EntityPicker = ({ label, chosen, onChoose, ...search }: EntityPickerProps) => {
  const { isDisabled, t } = useBuilder();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger>
        <Button
          variant="tertiary"
          size="S"
          endIcon={<CaretDown />}
          disabled={isDisabled}
          aria-label={t('card.valueOf', { field: label, value: chosen || '–' })}
        >
          {chosen || label}
        </Button>
      </Popover.Trigger>
      <Popover.Content side="bottom" align="start">
        <Box padding={3} width="30rem">
          <SearchChoice
            {...search}
            label={label}
            chosen={null}
            onChoose={(option) => {
              if (!option) return;
              setOpen(false);
              onChoose(option);
            }}
          />
        </Box>
      </Popover.Content>
    </Popover.Root>
  );
};
