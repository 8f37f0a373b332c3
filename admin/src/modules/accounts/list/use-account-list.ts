import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useChosenColumns } from '../../../shared/list/use-chosen-columns';
import { useColumns, DEFAULT_COLUMNS } from './columns';
import { parseListState, toSearch, type AccountListState } from './list-state';

/** The list's state is its address; Back undoes a change of filter, but not each letter of a search. */
export const useAccountList = () => {
  const [search, setSearch] = useSearchParams();
  const state = useMemo(() => parseListState(search), [search]);
  const setState = useCallback(
    (next: AccountListState, { replace = false } = {}) => setSearch(toSearch(next), { replace }),
    [setSearch]
  );
  const { chosen, choose } = useChosenColumns({
    state,
    setState,
    rememberedAs: 'account-columns',
    usual: DEFAULT_COLUMNS,
  });
  return { state, setState, chosen, choose, ...useColumns(chosen) };
};
