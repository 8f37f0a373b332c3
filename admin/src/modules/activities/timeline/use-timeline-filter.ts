import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { DayRange } from '../../../shared/date-range-editor';
import { endOfDay, fromDay } from '../../../shared/local-day';
import type { TimelineFilter } from '../api';

export interface TimelineChoice {
  types: string[];
  range: DayRange;
}

/** The timeline's filter is in the address, as the contact list's is. */
export const useTimelineFilter = () => {
  const [search, setSearch] = useSearchParams();
  const filter = useMemo((): TimelineChoice => parseChoice(search), [search]);
  const query = useMemo(() => toQuery(filter), [filter]);
  const setFilter = useCallback(
    (choice: TimelineChoice) => setSearch(toSearch(choice), { replace: true }),
    [setSearch]
  );
  return { filter, query, setFilter, isFiltered: Object.keys(query).length > 0 };
};

export const parseChoice = (search: URLSearchParams): TimelineChoice => ({
  types: (search.get('types') ?? '').split(',').filter(Boolean),
  range: { from: dayOf(search.get('from')), to: dayOf(search.get('to')) },
});

const toSearch = ({ types, range: { from, to } }: TimelineChoice): Record<string, string> => ({
  ...(types.length > 0 && { types: types.join() }),
  ...(from && { from }),
  ...(to && { to }),
});

export const toQuery = ({ types, range: { from, to } }: TimelineChoice): TimelineFilter => ({
  ...(types.length > 0 && { types: types.join() }),
  ...(from && { from: fromDay(from).toISOString() }),
  ...(to && { to: endOfDay(to).toISOString() }),
});

const dayOf = (text: string | null): string | null =>
  text && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null;
