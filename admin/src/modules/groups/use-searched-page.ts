/** What a list of this module shows, as its address says it: a search, a page, and for members which of them. */
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { QueryParameters } from '../../shared/api';
import {
  parsePlace,
  placeEntries,
  toAddress,
  type ListPlace,
  type SetListState,
  type Sort,
} from '../../shared/list/list-address';

export interface SearchedPage extends ListPlace {
  q: string;
  /** Members are shown unless somebody asks for the excluded ones. */
  state: 'excluded' | null;
}

/** The server's own order; there is no other. */
const SORT: Sort = { field: 'name', direction: 'asc' };

export const useSearchedPage = (): [SearchedPage, SetListState<SearchedPage>] => {
  const [search, setSearch] = useSearchParams();
  const page = useMemo(() => parse(search), [search]);
  const setPage = useCallback<SetListState<SearchedPage>>(
    (next, { replace = false } = {}) => setSearch(toSearch(next), { replace }),
    [setSearch]
  );
  return [page, setPage];
};

/** The server's parameters. */
export const toQuery = ({ q, state, pageSize, cursor }: SearchedPage): QueryParameters => ({
  ...{ q, pageSize, cursor },
  ...(state && { state }),
});

const parse = (search: URLSearchParams): SearchedPage => ({
  q: search.get('q') ?? '',
  state: search.get('state') === 'excluded' ? 'excluded' : null,
  ...parsePlace(search, SORT),
});

const toSearch = (page: SearchedPage): URLSearchParams =>
  toAddress([['q', page.q], ['state', page.state], ...placeEntries(page, SORT)]);
