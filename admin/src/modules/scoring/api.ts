/** Reading and changing scores. Any change may change what everybody has. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  AccountScoreView,
  ContactScoreView,
  Distribution,
  ScoredContactPage,
  ScorePage,
  ScoreView,
} from '../../../../server/src/modules/scoring/contract';
import { api, type QueryParameters } from '../../shared/api';

interface Answer<Data> {
  data: Data;
}

const pathOf = (documentId: string, rest = '') =>
  `/scores/${encodeURIComponent(documentId)}${rest}`;

/** Computing goes on behind: what is shown is asked for again. */
const SOON = 3_000;

export const useScores = () =>
  useQuery({
    queryKey: ['scores', 'list'],
    queryFn: ({ signal }) => api.get<ScorePage>('/scores', { signal }),
    select: ({ data }) => data,
  });

export const useScore = (documentId: string) =>
  useQuery({
    queryKey: ['scores', 'one', documentId],
    queryFn: ({ signal }) => api.get<Answer<ScoreView>>(pathOf(documentId), { signal }),
    select: ({ data }) => data,
    refetchInterval: ({ state }) => (state.data?.data.recomputedAt === null ? SOON : false),
  });

export const useTopContacts = (documentId: string, query: QueryParameters) =>
  useQuery({
    queryKey: ['scores', 'contacts', documentId, query],
    queryFn: ({ signal }) =>
      api.get<ScoredContactPage>(pathOf(documentId, '/contacts'), { query, signal }),
    placeholderData: keepPreviousData,
  });

export const useDistribution = (documentId: string) =>
  useQuery({
    queryKey: ['scores', 'distribution', documentId],
    queryFn: ({ signal }) =>
      api.get<Answer<Distribution>>(pathOf(documentId, '/distribution'), { signal }),
    select: ({ data }) => data,
  });

export const useScoresOfContact = (contactId: string) =>
  useQuery({
    queryKey: ['scores', 'of-contact', contactId],
    queryFn: ({ signal }) =>
      api.get<Answer<ContactScoreView[]>>(`/contacts/${encodeURIComponent(contactId)}/scores`, {
        signal,
      }),
    select: ({ data }) => data,
  });

export const useScoresOfAccount = (accountId: string, subsidiaries: boolean) =>
  useQuery({
    queryKey: ['scores', 'of-account', accountId, subsidiaries],
    queryFn: ({ signal }) =>
      api.get<Answer<AccountScoreView[]>>(`/accounts/${encodeURIComponent(accountId)}/scores`, {
        query: { subsidiaries },
        signal,
      }),
    select: ({ data }) => data,
    placeholderData: keepPreviousData,
  });

export type ScoreData = Partial<
  Omit<ScoreView, 'documentId' | 'createdAt' | 'recomputedAt' | 'rules' | 'thresholds'> & {
    rules: unknown[];
    thresholds: unknown[];
  }
>;

const useScoreChange = <Variables, Result>(change: (variables: Variables) => Promise<Result>) => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['scores'] }),
  });
};

export const useCreateScore = () =>
  useScoreChange((data: ScoreData) => api.post<Answer<ScoreView>>('/scores', { data }));

export const useUpdateScore = (documentId: string) =>
  useScoreChange((data: ScoreData) => api.put<Answer<ScoreView>>(pathOf(documentId), { data }));

export const useDeleteScore = () =>
  useScoreChange((documentId: string) => api.del(pathOf(documentId)));
