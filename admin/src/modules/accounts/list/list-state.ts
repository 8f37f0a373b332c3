/** What the account list shows, as its address says it, under the names of the server's query. */
import {
  optionEntries,
  parseOptions,
  parsePlace,
  placeEntries,
  toAddress,
  toPageQuery,
  withChange,
  type Sort,
} from '../../../shared/list/list-address';
import {
  isOwnFilter,
  parseOwn,
  withOwn,
  type OwnFilter,
  type OwnState,
} from '../../../shared/own-filters/own-field';

export const FILTERS = ['status', 'accountType', 'industry', 'owner', 'country', 'parent'] as const;
export type AccountFilter = (typeof FILTERS)[number];

export interface AccountListState extends OwnState {
  q: string;
  options: Partial<Record<AccountFilter, string[]>>;
}

const DEFAULT_SORT: Sort = { field: 'name', direction: 'asc' };

export const parseListState = (search: URLSearchParams): AccountListState => ({
  q: search.get('q') ?? '',
  options: parseOptions(search, FILTERS),
  own: parseOwn(search),
  ...parsePlace(search, DEFAULT_SORT),
});

/** The shortest address: what is as by default is left out. */
export const toSearch = (state: AccountListState): URLSearchParams =>
  toAddress([
    ['q', state.q],
    ...optionEntries(FILTERS, state.options),
    ...Object.entries(state.own),
    ...placeEntries(state, DEFAULT_SORT),
  ]);

export const toFilterQuery = ({ q, options, own }: AccountListState): Record<string, string> => ({
  ...Object.fromEntries(toAddress([['q', q], ...optionEntries(FILTERS, options)])),
  ...own,
});

export const toListQuery = (state: AccountListState): Record<string, string> => ({
  ...toFilterQuery(state),
  ...toPageQuery(state),
});

/** What a saved view keeps of the list: all but the place in it. */
export const toViewQuery = (state: AccountListState, columns: string[]): Record<string, string> =>
  Object.fromEntries(toSearch({ ...state, columns, cursor: null, view: null }));

export const withFilter = (
  state: AccountListState,
  name: AccountFilter,
  values: string[] | undefined
): AccountListState => withChange(state, { options: { ...state.options, [name]: values } });

export const withoutFilter = (
  state: AccountListState,
  name: AccountFilter | OwnFilter
): AccountListState =>
  isOwnFilter(name) ? withOwn(state, name, {}) : withFilter(state, name, undefined);
