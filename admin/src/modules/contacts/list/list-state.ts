/**
 * What the contact list shows, as its address says it. The names are those of the server's query,
 * so an address can be read, shared and kept as a bookmark; unknown values fall back to the default.
 */
import type { DayRange } from '../../../shared/date-range-editor';
import type { Edition } from '../../../shared/edition';
import {
  optionEntries,
  parseOptions,
  parsePlace,
  placeEntries,
  toAddress,
  toPageQuery,
  withChange,
  type ListPlace,
  type Sort,
} from '../../../shared/list/list-address';
import { endOfDay, fromDay } from '../../../shared/local-day';
import { isOwnFilter, parseOwn, withOwn } from '../../../shared/own-filters/own-field';
import {
  DATE_FILTERS,
  OPTION_FILTERS,
  optionFiltersOf,
  type AnyFilter,
  type DateFilter,
  type OptionFilter,
} from './filters';

export interface ListState extends ListPlace {
  q: string;
  options: Partial<Record<OptionFilter, string[]>>;
  dates: Partial<Record<DateFilter, DayRange>>;
  /** The server's parameters about fields that the site added, and of filters that modules give. */
  own: Record<string, string>;
}

export const DEFAULT_SORT: Sort = { field: 'lastActivityAt', direction: 'desc' };

/** A filter that the edition does not have narrows nothing, since it could not be taken away either. */
export const parseListState = (
  search: URLSearchParams,
  edition?: Edition,
  added: string[] = []
): ListState => ({
  q: search.get('q') ?? '',
  options: parseOptions(search, optionFiltersOf(edition)),
  dates: parseDates(search),
  own: parseOwn(search, added),
  ...parsePlace(search, DEFAULT_SORT),
});

/** The shortest address: what is as by default is left out. */
export const toSearch = (state: ListState): URLSearchParams =>
  toAddress([
    ['q', state.q],
    ...optionEntries(OPTION_FILTERS, state.options),
    ...DATE_FILTERS.flatMap((name): [string, string | null][] => [
      [`${name}From`, state.dates[name]?.from ?? null],
      [`${name}To`, state.dates[name]?.to ?? null],
    ]),
    ...Object.entries(state.own),
    ...placeEntries(state, DEFAULT_SORT),
  ]);

/** The server's filter parameters; days become the instants at which they begin and end here. */
export const toFilterQuery = (state: ListState): Record<string, string> => {
  const days = DATE_FILTERS.flatMap((name) => {
    const { from = null, to = null } = state.dates[name] ?? {};
    return [
      ...(from ? [[`${name}From`, fromDay(from).toISOString()]] : []),
      ...(to ? [[`${name}To`, endOfDay(to).toISOString()]] : []),
    ];
  });
  const options = OPTION_FILTERS.flatMap((name) => {
    const values = state.options[name] ?? [];
    return values.length > 0 ? [[name, values.join()]] : [];
  });
  return {
    ...(Object.fromEntries([...(state.q ? [['q', state.q]] : []), ...options, ...days]) as Record<
      string,
      string
    >),
    ...state.own,
  };
};

/** What a saved view keeps of the list: all but the place in it. */
export const toViewQuery = (state: ListState, columns: string[]): Record<string, string> =>
  Object.fromEntries(toSearch({ ...state, columns, cursor: null, view: null }));

export const toListQuery = (state: ListState): Record<string, string> => ({
  ...toFilterQuery(state),
  ...toPageQuery(state),
});

export const hasFilters = (state: ListState): boolean =>
  Object.keys(toFilterQuery(state)).length > 0;

export const withoutFilter = (state: ListState, name: AnyFilter): ListState =>
  isOwnFilter(name)
    ? withOwn(state, name, {})
    : withChange(state, {
        options: { ...state.options, [name]: undefined },
        dates: { ...state.dates, [name]: undefined },
      });

/** What is asked by a filter that a module gives. */
export const addedValues = (state: ListState, parameter: string): string[] =>
  (state.own[parameter] ?? '').split(',').filter(Boolean);

export const withAdded = (state: ListState, parameter: string, values: string[]): ListState => {
  const { [parameter]: _before, ...others } = state.own;
  const own = values.length > 0 ? { ...others, [parameter]: values.join() } : others;
  return withChange(state, { own });
};

const parseDates = (search: URLSearchParams): ListState['dates'] =>
  Object.fromEntries(
    DATE_FILTERS.flatMap((name) => {
      const range = { from: dayOf(search.get(`${name}From`)), to: dayOf(search.get(`${name}To`)) };
      return range.from || range.to ? [[name, range]] : [];
    })
  );

const dayOf = (text: string | null): string | null =>
  text && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null;
