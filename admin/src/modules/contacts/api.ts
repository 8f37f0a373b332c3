/** Reading and changing contacts, with the cache keys that say what a change makes stale. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  ContactCount,
  ContactDetail,
  ContactPage,
  OwnerView,
  StatusView,
} from '../../../../server/src/modules/contacts/contract';
import type { FieldDescription } from '../../../../server/src/platform/fields/contract';
import { api } from '../../shared/api';
import { useEdition } from '../../shared/edition';

interface Answer<Data> {
  data: Data;
}

const LISTS = ['contacts', 'list'] as const;
const COUNTS = ['contacts', 'count'] as const;
export const contactKey = (documentId: string) => ['contacts', 'one', documentId] as const;

const RARELY_CHANGES_MILLISECONDS = 5 * 60_000;

export const useContactPage = (query: Record<string, string>) =>
  useQuery({
    queryKey: [...LISTS, query],
    queryFn: ({ signal }) => api.get<ContactPage>('/contacts', { query, signal }),
    placeholderData: keepPreviousData,
  });

/** `isExact` asks for the exact figure even where that is slow. */
export const useContactCount = (filter: Record<string, string>, isExact = false) =>
  useQuery({
    queryKey: [...COUNTS, filter, isExact],
    queryFn: ({ signal }) =>
      api.get<ContactCount>('/contacts/count', {
        query: { ...filter, ...(isExact ? { exact: true } : {}) },
        signal,
      }),
    placeholderData: keepPreviousData,
  });

export const useContactFields = () =>
  useQuery({
    queryKey: ['contacts', 'fields'],
    queryFn: ({ signal }) => api.get<Answer<FieldDescription[]>>('/contacts/fields', { signal }),
    select: ({ data }) => data,
    staleTime: RARELY_CHANGES_MILLISECONDS,
  });

/** Of the EMS edition; in the other there are none, and nothing to ask for. */
export const useContactStatuses = () =>
  useQuery({
    enabled: useEdition() === 'ems',
    queryKey: ['contact-statuses'],
    queryFn: ({ signal }) => api.get<Answer<StatusView[]>>('/contact-statuses', { signal }),
    select: ({ data }) => data,
    staleTime: RARELY_CHANGES_MILLISECONDS,
  });

export const useOwners = () =>
  useQuery({
    queryKey: ['owners'],
    queryFn: ({ signal }) => api.get<Answer<OwnerView[]>>('/owners', { signal }),
    select: ({ data }) => data,
    staleTime: RARELY_CHANGES_MILLISECONDS,
  });

export const useContact = (documentId: string) =>
  useQuery({
    queryKey: contactKey(documentId),
    queryFn: ({ signal }) =>
      api.get<Answer<ContactDetail>>(`/contacts/${encodeURIComponent(documentId)}`, { signal }),
    select: ({ data }) => data,
  });

export type ContactChange = Record<string, unknown>;

export const useCreateContact = () => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (data: ContactChange) => api.post<Answer<ContactDetail>>('/contacts', { data }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['contacts'] }),
  });
};

/** Saves fields of one contact; the answer takes the place of what was cached. */
export const useUpdateContact = (documentId: string) => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (data: ContactChange) =>
      api.put<Answer<ContactDetail>>(`/contacts/${encodeURIComponent(documentId)}`, { data }),
    onSuccess: (answer) => {
      queryClient.setQueryData(contactKey(documentId), answer);
      void queryClient.invalidateQueries({ queryKey: LISTS });
      void queryClient.invalidateQueries({ queryKey: ['activities', documentId] });
    },
  });
};

export const useDeleteContact = () => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (documentId: string) => api.del(`/contacts/${encodeURIComponent(documentId)}`),
    onSuccess: (_nothing, documentId) => {
      queryClient.removeQueries({ queryKey: contactKey(documentId) });
      void queryClient.invalidateQueries({ queryKey: LISTS });
      void queryClient.invalidateQueries({ queryKey: COUNTS });
    },
  });
};
