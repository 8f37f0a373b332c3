import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useEdition } from '../../../shared/edition';
import { parseListState, toSearch, type ListState } from './list-state';
import { useAddedParameters } from './use-added-filters';

/** The list's state is its address; Back undoes a change of filter, but not each letter of a search. */
export const useListState = () => {
  const [search, setSearch] = useSearchParams();
  const edition = useEdition();
  const added = useAddedParameters();
  const state = useMemo(() => parseListState(search, edition, added), [search, edition, added]);
  const setState = useCallback(
    (next: ListState, { replace = false } = {}) => setSearch(toSearch(next), { replace }),
    [setSearch]
  );
  return [state, setState] as const;
};
