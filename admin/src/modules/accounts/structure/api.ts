/** The tree around an account, a level at a time, and what it adds up to. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  AccountNode,
  AccountNodePage,
  PeopleRollUp,
} from '../../../../../server/src/modules/accounts/contract';
import { api } from '../../../shared/api';
import { ACCOUNTS, accountRoute, type Answer } from '../api';

const PAGE_SIZE = 50;

/** From the top down to the account's own parent. */
export const useAncestors = (documentId: string) =>
  useQuery({
    queryKey: [...ACCOUNTS, 'ancestors', documentId],
    queryFn: ({ signal }) =>
      api.get<Answer<AccountNode[]>>(accountRoute(documentId, '/ancestors'), { signal }),
    select: ({ data }) => data,
  });

export const useChildren = (documentId: string) =>
  useInfiniteQuery({
    queryKey: [...ACCOUNTS, 'children', documentId],
    queryFn: ({ pageParam, signal }) =>
      api.get<AccountNodePage>(accountRoute(documentId, '/children'), {
        query: { cursor: pageParam, pageSize: PAGE_SIZE },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.meta.nextCursor,
  });

export const usePeopleRollUp = (documentId: string, subsidiaries: boolean) =>
  useQuery({
    queryKey: [...ACCOUNTS, 'people', documentId, subsidiaries],
    queryFn: ({ signal }) =>
      api.get<Answer<PeopleRollUp>>(accountRoute(documentId, '/people'), {
        query: { subsidiaries },
        signal,
      }),
    select: ({ data }) => data,
  });

export interface Move {
  documentId: string;
  /** Null makes it stand at the top. */
  parent: string | null;
}

export const useMoveAccount = () => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ documentId, parent }: Move) =>
      api.put(accountRoute(documentId), { data: { parent } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ACCOUNTS }),
  });
};
