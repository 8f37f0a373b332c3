/** Reading and changing accounts, with the cache keys that say what a change makes stale. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  AccountDetail,
  AccountOptions,
  AccountPage,
  LabelView,
} from '../../../../server/src/modules/accounts/contract';
import type { FieldDescription } from '../../../../server/src/platform/fields/contract';
import { api } from '../../shared/api';
import type { SearchOption } from '../../shared/search-choice';

export interface Answer<Data> {
  data: Data;
}

/** What everything about accounts is cached under. */
export const ACCOUNTS = ['accounts'] as const;
export const accountKey = (documentId: string) => [...ACCOUNTS, 'one', documentId] as const;

export const accountRoute = (documentId: string, part = ''): string =>
  `/accounts/${encodeURIComponent(documentId)}${part}`;

const RARELY_CHANGES_MILLISECONDS = 5 * 60_000;

export const useAccountPage = (query: Record<string, string>) =>
  useQuery({
    queryKey: [...ACCOUNTS, 'list', query],
    queryFn: ({ signal }) => api.get<AccountPage>('/accounts', { query, signal }),
    placeholderData: keepPreviousData,
  });

/** Accounts are written by people: always the exact figure. */
export const useAccountCount = (filter: Record<string, string>) =>
  useQuery({
    queryKey: [...ACCOUNTS, 'count', filter],
    queryFn: ({ signal }) =>
      api.get<{ count: number; exact: true }>('/accounts/count', { query: filter, signal }),
    placeholderData: keepPreviousData,
  });

export const useAccountFields = () =>
  useQuery({
    queryKey: [...ACCOUNTS, 'fields'],
    queryFn: ({ signal }) => api.get<Answer<FieldDescription[]>>('/accounts/fields', { signal }),
    select: ({ data }) => data,
    staleTime: RARELY_CHANGES_MILLISECONDS,
  });

/** The types and industries that accounts have. */
export const useAccountOptions = () =>
  useQuery({
    queryKey: [...ACCOUNTS, 'options'],
    queryFn: ({ signal }) => api.get<Answer<AccountOptions>>('/accounts/options', { signal }),
    select: ({ data }) => data,
  });

export const useAccountStatuses = () =>
  useQuery({
    queryKey: ['labels', '/account-statuses'],
    queryFn: ({ signal }) => api.get<Answer<LabelView[]>>('/account-statuses', { signal }),
    select: ({ data }) => data,
  });

/** Null asks for nothing. */
export const useAccount = (documentId: string | null) =>
  useQuery({
    enabled: documentId !== null,
    queryKey: accountKey(documentId ?? ''),
    queryFn: ({ signal }) =>
      api.get<Answer<AccountDetail>>(accountRoute(documentId ?? ''), { signal }),
    select: ({ data }) => data,
  });

export const useCreateAccount = () => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (data: Record<string, unknown>) =>
      api.post<Answer<AccountDetail>>('/accounts', { data }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ACCOUNTS }),
  });
};

/** The answer takes the place of what was cached; lists and trees are read again. */
export const useUpdateAccount = (documentId: string) => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (data: Record<string, unknown>) =>
      api.put<Answer<AccountDetail>>(accountRoute(documentId), { data }),
    onSuccess: (answer) => {
      queryClient.setQueryData(accountKey(documentId), answer);
      void queryClient.invalidateQueries({ queryKey: ACCOUNTS });
    },
  });
};

/** `outcome`: `?replaceWith=…` or `?force=true` once it is known what becomes of its people. */
export const useDeleteAccount = (documentId: string) => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (outcome: string) => api.del(accountRoute(documentId, outcome)),
    onSuccess: () => {
      queryClient.removeQueries({ queryKey: accountKey(documentId) });
      void queryClient.invalidateQueries({ queryKey: ACCOUNTS });
    },
  });
};

const FOUND = 8;

/** Accounts to choose from, by what somebody typed. */
export const findAccounts = async (q: string, signal: AbortSignal): Promise<SearchOption[]> => {
  const { data } = await api.get<AccountPage>('/accounts', {
    query: { q, pageSize: FOUND },
    signal,
  });
  return data.map(({ documentId, name, city, website }) => ({
    documentId,
    name,
    detail: [city, website].filter(Boolean).join(' · ') || null,
  }));
};
