import { useEffect, useMemo, useState } from 'react';
import { keepPreviousData, useQueries } from '@tanstack/react-query';
import type { AdminModule } from '../admin-module';
import { useOffered } from '../admin-modules-context';
import { navEntries } from '../nav-entries';
import { useTranslate } from '../translate';
import type { Found } from './finder';

export interface FoundGroup {
  id: string;
  label: string;
  items: Found[];
}

const DEBOUNCE_MILLISECONDS = 80;
const findersOf = (module: AdminModule) => module.finders;
const pagesOf = (module: AdminModule) => module.pages;

/** What every finder has for the text, under its heading, after the pages of that name. */
export const useFound = (typed: string): { groups: FoundGroup[]; isSearching: boolean } => {
  const t = useTranslate();
  const text = useDebounced(typed.trim());
  const { items: finders } = useOffered(findersOf);
  const pages = usePages(typed);
  const answers = useQueries({
    queries: finders.map(({ id, find }) => ({
      queryKey: ['find', id, text],
      queryFn: ({ signal }: { signal: AbortSignal }) => find(text, signal),
      enabled: text !== '',
      placeholderData: keepPreviousData,
      staleTime: 10_000,
    })),
  });
  const found = finders.map(({ id, label }, at) => ({
    id,
    label: t(label),
    items: text === '' ? [] : (answers[at]?.data ?? []),
  }));
  return {
    groups: [...found, pages].filter(({ items }) => items.length > 0),
    isSearching: text !== typed.trim() || answers.some(({ isFetching }) => isFetching),
  };
};

const usePages = (typed: string): FoundGroup => {
  const t = useTranslate();
  const { items: pages } = useOffered(pagesOf);
  return useMemo(() => {
    const wanted = typed.trim().toLocaleLowerCase();
    const items = navEntries(pages)
      .map(({ to, label }) => ({ id: to, title: t(label), detail: null, to }))
      .filter(({ title }) => title.toLocaleLowerCase().includes(wanted));
    return { id: 'pages', label: t('command.pages'), items };
  }, [pages, typed, t]);
};

const useDebounced = (value: string): string => {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), DEBOUNCE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
};
