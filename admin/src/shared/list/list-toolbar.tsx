import type { ReactNode, RefObject } from 'react';
import { Box, Flex } from '@strapi/design-system';
import { ColumnMenu, type ColumnChoice } from './column-menu';
import { SearchField } from './search-field';

interface ListToolbarProps {
  searchLabel: string;
  searched: string;
  onSearch: (text: string) => void;
  searchInput: RefObject<HTMLInputElement>;
  usual: string[];
  choices: ColumnChoice[];
  chosen: string[];
  choose: (columns: string[]) => void;
  /** The filters. */
  children: ReactNode;
}

export const ListToolbar = (props: ListToolbarProps) => {
  const { searchLabel, searched, onSearch, searchInput, usual, choices, chosen, choose } = props;
  return (
    <Flex justifyContent="space-between" alignItems="flex-start" gap={4} paddingBottom={4}>
      <Flex gap={2} wrap="wrap" flex="1">
        <Box width="32rem" maxWidth="100%">
          <SearchField
            label={searchLabel}
            inputRef={searchInput}
            value={searched}
            onSearch={onSearch}
          />
        </Box>
        {props.children}
      </Flex>
      <ColumnMenu usual={usual} choices={choices} chosen={chosen} onChange={choose} />
    </Flex>
  );
};
