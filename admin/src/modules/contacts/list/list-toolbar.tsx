import type { RefObject } from 'react';
import { Box, Flex } from '@strapi/design-system';
import { ColumnMenu } from './column-menu';
import type { ColumnChoice } from './columns';
import { FilterChips } from './filter-chips';
import { withChange, type ListState } from './list-state';
import { SearchField } from './search-field';

interface ListToolbarProps {
  state: ListState;
  setState: (state: ListState, options?: { replace?: boolean }) => void;
  searchInput: RefObject<HTMLInputElement>;
  choices: ColumnChoice[];
  chosen: string[];
  choose: (columns: string[]) => void;
}

export const ListToolbar = (props: ListToolbarProps) => {
  const { state, setState, searchInput, choices, chosen, choose } = props;
  return (
    <Flex justifyContent="space-between" alignItems="flex-start" gap={4} paddingBottom={4}>
      <Flex gap={2} wrap="wrap" flex="1">
        <Box width="32rem" maxWidth="100%">
          <SearchField
            inputRef={searchInput}
            value={state.q}
            onSearch={(q) => setState(withChange(state, { q }), { replace: true })}
          />
        </Box>
        <FilterChips state={state} onChange={setState} />
      </Flex>
      <ColumnMenu choices={choices} chosen={chosen} onChange={choose} />
    </Flex>
  );
};
