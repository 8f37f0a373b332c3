import { useMemo, useState } from 'react';
import { Box, Checkbox, Flex, Searchbar, SearchForm, Typography } from '@strapi/design-system';
import { useTranslate } from './translate';

interface OptionListProps {
  label: string;
  options: { value: string; label: string }[];
  selected: string[];
  onChange: (selected: string[]) => void;
}

const SEARCH_FROM = 9;

/** Boxes to choose several of some options, with a search once there are many. */
export const OptionList = ({ label, options, selected, onChange }: OptionListProps) => {
  const t = useTranslate();
  const [search, setSearch] = useState('');
  const shown = useMemo(() => matching(options, search), [options, search]);
  const toggle = (value: string) =>
    onChange(
      selected.includes(value) ? selected.filter((one) => one !== value) : [...selected, value]
    );
  return (
    <Box>
      {options.length >= SEARCH_FROM && (
        <Box paddingBottom={2}>
          <SearchForm onSubmit={(event) => event.preventDefault()}>
            <Searchbar
              name="option-search"
              size="S"
              clearLabel={t('common.clear')}
              placeholder={t('common.search')}
              value={search}
              onChange={(event) => setSearch(event.target.value)}
              onClear={() => setSearch('')}
            >
              {t('common.search')}
            </Searchbar>
          </SearchForm>
        </Box>
      )}
      <Box role="group" aria-label={label} maxHeight="28rem" overflow="auto">
        <Flex direction="column" alignItems="stretch" gap={3} padding={2}>
          {shown.map((option) => (
            <Checkbox
              key={option.value}
              checked={selected.includes(option.value)}
              onCheckedChange={() => toggle(option.value)}
            >
              {option.label}
            </Checkbox>
          ))}
          {shown.length === 0 && (
            <Typography textColor="neutral600">{t('common.noOptions')}</Typography>
          )}
        </Flex>
      </Box>
    </Box>
  );
};

const matching = (options: OptionListProps['options'], search: string) => {
  const wanted = search.trim().toLocaleLowerCase();
  if (!wanted) return options;
  return options.filter(({ label }) => label.toLocaleLowerCase().includes(wanted));
};
