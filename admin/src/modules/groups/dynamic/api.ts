/** What dynamic groups have besides: their history, their sizes, working them out anew, explanations. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Explanation } from '../../../../../server/src/modules/conditions/contract';
import type {
  GroupHistoryPage,
  GroupSizes,
} from '../../../../../server/src/modules/groups/contract';
import { api, type QueryParameters } from '../../../shared/api';

interface Answer<Data> {
  data: Data;
}

const pathOf = (documentId: string, rest: string) =>
  `/contact-groups/${encodeURIComponent(documentId)}${rest}`;

export const previewTarget = (documentId: string) => ({ path: pathOf(documentId, '/preview') });

export const useHistory = (documentId: string, query: QueryParameters) =>
  useQuery({
    queryKey: ['groups', 'history', documentId, query],
    queryFn: ({ signal }) =>
      api.get<GroupHistoryPage>(pathOf(documentId, '/history'), { query, signal }),
    placeholderData: keepPreviousData,
  });

export const useSizes = (documentId: string, days: number) =>
  useQuery({
    queryKey: ['groups', 'sizes', documentId, days],
    queryFn: ({ signal }) =>
      api.get<Answer<GroupSizes>>(pathOf(documentId, '/sizes'), { query: { days }, signal }),
    select: ({ data }) => data.days,
  });

export const useRebuild = (documentId: string) => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<Answer<{ jobId: string }>>(pathOf(documentId, '/rebuild')),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['groups'] }),
  });
};

/** Why a contact is in a group or not; null asks nothing. */
export const useExplanation = (group: string | null, contact: string, language: string) =>
  useQuery({
    enabled: group !== null,
    queryKey: ['groups', 'explain', group, contact, language],
    queryFn: ({ signal }) =>
      api.get<Answer<Explanation>>(pathOf(group ?? '', `/explain/${encodeURIComponent(contact)}`), {
        query: { language },
        signal,
      }),
    select: ({ data }) => data,
  });
