/**
 * What every list has in its address besides its own filters: the order, the place, the columns. The
 * names are those of the server's queries; unknown values fall back to the default.
 */
export interface Sort {
  field: string;
  direction: 'asc' | 'desc';
}

export interface ListPlace {
  sort: Sort;
  pageSize: number;
  /** The server's mark of a page; null is the first page. */
  cursor: string | null;
  /** Null: the columns this browser remembers. */
  columns: string[] | null;
  /** The saved view that it started from. */
  view: string | null;
}

export type SetListState<State> = (state: State, options?: { replace?: boolean }) => void;

/** One parameter; without a value it is left out. */
export type AddressEntry = [name: string, value: string | null];

export const PAGE_SIZES = [20, 50, 100] as const;
const DEFAULT_PAGE_SIZE = 50;

export const parsePlace = (search: URLSearchParams, defaultSort: Sort): ListPlace => ({
  sort: parseSort(search.get('sort'), defaultSort),
  pageSize: PAGE_SIZES.find((size) => String(size) === search.get('pageSize')) ?? DEFAULT_PAGE_SIZE,
  cursor: search.get('cursor'),
  columns: listOf(search.get('columns')),
  view: search.get('view'),
});

/** What is as by default is left out. */
export const placeEntries = (place: ListPlace, defaultSort: Sort): AddressEntry[] => {
  const sort = sortText(place.sort);
  return [
    ['sort', sort === sortText(defaultSort) ? null : sort],
    ['pageSize', place.pageSize === DEFAULT_PAGE_SIZE ? null : String(place.pageSize)],
    ['columns', place.columns?.join() ?? null],
    ['cursor', place.cursor],
    ['view', place.view],
  ];
};

export const toAddress = (entries: AddressEntry[]): URLSearchParams =>
  new URLSearchParams(entries.filter((entry): entry is [string, string] => Boolean(entry[1])));

/** The server's parameters of one page. */
export const toPageQuery = ({ sort, pageSize, cursor }: ListPlace): Record<string, string> => ({
  sort: sortText(sort),
  pageSize: String(pageSize),
  ...(cursor ? { cursor } : {}),
});

export const parseOptions = <Name extends string>(
  search: URLSearchParams,
  names: readonly Name[]
): Partial<Record<Name, string[]>> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const values = listOf(search.get(name));
      return values ? [[name, values]] : [];
    })
  ) as Partial<Record<Name, string[]>>;

export const optionEntries = <Name extends string>(
  names: readonly Name[],
  options: Partial<Record<Name, string[]>>
): AddressEntry[] => names.map((name) => [name, (options[name] ?? []).join()]);

/** A change of what matches or of its order starts at the first page again. */
export const withChange = <State extends ListPlace>(
  state: State,
  change: Partial<State>
): State => {
  const keepsPage = Object.keys(change).every((key) => key === 'columns' || key === 'cursor');
  return { ...state, ...(keepsPage ? {} : { cursor: null }), ...change };
};

/** First click: ascending for words, descending for dates and numbers; then the other way round. */
export const nextSort = (current: Sort, field: string, firstDirection: Sort['direction']): Sort => {
  if (current.field !== field) return { field, direction: firstDirection };
  return { field, direction: current.direction === 'asc' ? 'desc' : 'asc' };
};

const sortText = ({ field, direction }: Sort): string => `${field}:${direction}`;

const listOf = (text: string | null): string[] | null => {
  const values = (text ?? '').split(',').filter(Boolean);
  return values.length > 0 ? values : null;
};

const parseSort = (text: string | null, fallback: Sort): Sort => {
  const [field, direction] = (text ?? '').split(':');
  if (!field || (direction !== 'asc' && direction !== 'desc')) return fallback;
  return { field, direction };
};
