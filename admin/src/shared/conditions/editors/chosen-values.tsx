import { useState } from 'react';
import {
  Box,
  Button,
  Checkbox,
  Flex,
  Popover,
  Searchbar,
  SearchForm,
  Typography,
} from '@strapi/design-system';
import { CaretDown } from '@strapi/icons';
import { enumerate } from '../../list/enumerate';
import { ListButton } from '../../list-button';
import { useBuilder } from './builder-context';
import { useValueOptions } from './use-value-options';
import type { ValueFieldProps } from './value-field-props';

type ChosenValuesProps = Omit<ValueFieldProps, 'value'> & {
  value: (string | number)[];
  /** What none at all means. */
  none?: string;
};

/** Several values: of those that there are, or typed. */
export const ChosenValues = (props: ChosenValuesProps) => {
  const { value, field, of, none } = props;
  const { t, isDisabled } = useBuilder();
  const { labelOf } = useValueOptions({ field, of, q: '', isOpen: false });
  const said = enumerate(
    value.map((one) => labelOf(String(one))),
    t
  );
  const shown = said || (none ?? t('conditions.chooseValues'));
  return (
    <Popover.Root>
      <Popover.Trigger>
        <Button
          variant="tertiary"
          size="S"
          endIcon={<CaretDown />}
          disabled={isDisabled}
          aria-label={t('card.valueOf', { field: t('conditions.values'), value: shown })}
        >
          {shown}
        </Button>
      </Popover.Trigger>
      <Popover.Content side="bottom" align="start">
        <Box padding={2} width="28rem">
          <Choices {...props} />
        </Box>
      </Popover.Content>
    </Popover.Root>
  );
};

const Choices = ({ field, of, value, onChange }: ChosenValuesProps) => {
  const { t } = useBuilder();
  const [q, setQ] = useState('');
  const { options, labelOf, isLoading, canType } = useValueOptions({ field, of, q, isOpen: true });
  const chosen = value.map(String);
  const set = (values: string[]) => onChange(values.map((one) => toStored(one, field)));
  const toggle = (one: string) =>
    set(chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one]);
  const others = options.filter((option) => !chosen.includes(option.value));
  const typed = q.trim();
  const isNew =
    canType(typed) && !chosen.includes(typed) && !others.some((one) => one.value === typed);
  return (
    <>
      <SearchForm
        onSubmit={(event) => {
          event.preventDefault();
          if (isNew) toggle(typed);
        }}
      >
        <Searchbar
          name="value-search"
          size="S"
          clearLabel={t('common.clear')}
          placeholder={t('common.search')}
          value={q}
          onChange={(event) => setQ(event.target.value)}
          onClear={() => setQ('')}
        >
          {t('common.search')}
        </Searchbar>
      </SearchForm>
      <Box role="group" aria-label={t('conditions.values')} maxHeight="28rem" overflow="auto">
        <Flex direction="column" alignItems="stretch" gap={3} padding={2} paddingTop={4}>
          {[...chosen.map((one) => ({ value: one, label: labelOf(one) })), ...others].map((one) => (
            <Checkbox
              key={one.value}
              checked={chosen.includes(one.value)}
              onCheckedChange={() => toggle(one.value)}
            >
              {one.label}
            </Checkbox>
          ))}
          {isNew && (
            <ListButton type="button" onClick={() => toggle(typed)}>
              {t('conditions.addValue', { value: typed })}
            </ListButton>
          )}
          {!isNew && !isLoading && others.length === 0 && chosen.length === 0 && (
            <Typography textColor="neutral600">{t('common.noOptions')}</Typography>
          )}
        </Flex>
      </Box>
    </>
  );
};

/** Numbers, and the ids of owners, are stored as numbers. */
const toStored = (value: string, { valueType, entity }: ChosenValuesProps['field']) =>
  valueType === 'number' || entity === 'owner' ? Number(value) : value;
