/**
 * What the contact list shows, as its address says it. The names are those of the server's query,
 * so an address can be read, shared and kept as a bookmark; unknown values fall back to the default.
 */
import type { Edition } from '../../../shared/edition';
import type { DayRange } from '../../../shared/date-range-editor';
import { endOfDay, fromDay } from '../../../shared/local-day';
import {
  DATE_FILTERS,
  OPTION_FILTERS,
  optionFiltersOf,
  type DateFilter,
  type OptionFilter,
} from './filters';

export interface Sort {
  field: string;
  direction: 'asc' | 'desc';
}

export interface ListState {
  q: string;
  options: Partial<Record<OptionFilter, string[]>>;
  dates: Partial<Record<DateFilter, DayRange>>;
  sort: Sort;
  pageSize: number;
  /** The server's mark of a page; null is the first page. */
  cursor: string | null;
  /** Null: the columns this browser remembers. */
  columns: string[] | null;
}

export const PAGE_SIZES = [20, 50, 100] as const;
export const DEFAULT_SORT: Sort = { field: 'lastActivityAt', direction: 'desc' };
const DEFAULT_PAGE_SIZE = 50;

/** A filter that the edition does not have narrows nothing, since it could not be taken away either. */
export const parseListState = (search: URLSearchParams, edition?: Edition): ListState => ({
  q: search.get('q') ?? '',
  options: parseOptions(search, edition),
  dates: parseDates(search),
  sort: parseSort(search.get('sort')),
  pageSize: PAGE_SIZES.find((size) => String(size) === search.get('pageSize')) ?? DEFAULT_PAGE_SIZE,
  cursor: search.get('cursor'),
  columns: listOf(search.get('columns')),
});

/** The shortest address: what is as by default is left out. */
export const toSearch = (state: ListState): URLSearchParams => {
  const sort = `${state.sort.field}:${state.sort.direction}`;
  const isDefaultSort = sort === `${DEFAULT_SORT.field}:${DEFAULT_SORT.direction}`;
  const entries: [string, string | null][] = [
    ['q', state.q],
    ...OPTION_FILTERS.map((name): [string, string] => [name, (state.options[name] ?? []).join()]),
    ...DATE_FILTERS.flatMap((name): [string, string | null][] => [
      [`${name}From`, state.dates[name]?.from ?? null],
      [`${name}To`, state.dates[name]?.to ?? null],
    ]),
    ['sort', isDefaultSort ? null : sort],
    ['pageSize', state.pageSize === DEFAULT_PAGE_SIZE ? null : String(state.pageSize)],
    ['columns', state.columns?.join() ?? null],
    ['cursor', state.cursor],
  ];
  return new URLSearchParams(
    entries.filter((entry): entry is [string, string] => Boolean(entry[1]))
  );
};

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
  return Object.fromEntries([...(state.q ? [['q', state.q]] : []), ...options, ...days]) as Record<
    string,
    string
  >;
};

export const toListQuery = (state: ListState): Record<string, string> => ({
  ...toFilterQuery(state),
  sort: `${state.sort.field}:${state.sort.direction}`,
  pageSize: String(state.pageSize),
  ...(state.cursor ? { cursor: state.cursor } : {}),
});

export const hasFilters = (state: ListState): boolean =>
  Object.keys(toFilterQuery(state)).length > 0;

/** A change of what matches or of its order starts at the first page again. */
export const withChange = (state: ListState, change: Partial<ListState>): ListState => {
  const keepsPage = Object.keys(change).every((key) => key === 'columns' || key === 'cursor');
  return { ...state, ...(keepsPage ? {} : { cursor: null }), ...change };
};

export const withoutFilter = (state: ListState, name: OptionFilter | DateFilter): ListState =>
  withChange(state, {
    options: { ...state.options, [name]: undefined },
    dates: { ...state.dates, [name]: undefined },
  });

/** First click: ascending for words, descending for dates and numbers; then the other way round. */
export const nextSort = (current: Sort, field: string, firstDirection: Sort['direction']): Sort => {
  if (current.field !== field) return { field, direction: firstDirection };
  return { field, direction: current.direction === 'asc' ? 'desc' : 'asc' };
};

const listOf = (text: string | null): string[] | null => {
  const values = (text ?? '').split(',').filter(Boolean);
  return values.length > 0 ? values : null;
};

const parseOptions = (search: URLSearchParams, edition?: Edition): ListState['options'] =>
  Object.fromEntries(
    optionFiltersOf(edition).flatMap((name) => {
      const values = listOf(search.get(name));
      return values ? [[name, values]] : [];
    })
  );

const parseDates = (search: URLSearchParams): ListState['dates'] =>
  Object.fromEntries(
    DATE_FILTERS.flatMap((name) => {
      const range = { from: dayOf(search.get(`${name}From`)), to: dayOf(search.get(`${name}To`)) };
      return range.from || range.to ? [[name, range]] : [];
    })
  );

const parseSort = (text: string | null): Sort => {
  const [field, direction] = (text ?? '').split(':');
  if (!field || (direction !== 'asc' && direction !== 'desc')) return DEFAULT_SORT;
  return { field, direction };
};

const dayOf = (text: string | null): string | null =>
  text && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null;
