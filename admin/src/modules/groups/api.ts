/** Reading and changing groups, with the cache keys that say what a change makes stale. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  GroupAccountPage,
  GroupOfContactView,
  GroupPage,
  GroupUse,
  GroupView,
  MemberPage,
  MembersChanged,
} from '../../../../server/src/modules/groups/contract';
import { api, type QueryParameters } from '../../shared/api';
import type { SearchOption } from '../../shared/search-choice';

interface Answer<Data> {
  data: Data;
}

const pathOf = (documentId: string, rest = '') =>
  `/contact-groups/${encodeURIComponent(documentId)}${rest}`;

export const useGroupPage = (query: QueryParameters, enabled = true) =>
  useQuery({
    enabled,
    queryKey: ['groups', 'list', query],
    queryFn: ({ signal }) => api.get<GroupPage>('/contact-groups', { query, signal }),
    placeholderData: keepPreviousData,
  });

export const useGroup = (documentId: string) =>
  useQuery({
    queryKey: ['groups', 'one', documentId],
    queryFn: ({ signal }) => api.get<Answer<GroupView>>(pathOf(documentId), { signal }),
    select: ({ data }) => data,
    refetchInterval: ({ state }) => nextLook(state.data?.data),
  });

const BUSY_MILLISECONDS = 2_000;
const FRESH_MILLISECONDS = 15_000;

/** A dynamic group goes on by itself. */
const nextLook = (group: GroupView | undefined): number | false => {
  if (group?.kind !== 'dynamic') return false;
  const { rebuildState } = group;
  return rebuildState === 'queued' || rebuildState === 'running'
    ? BUSY_MILLISECONDS
    : FRESH_MILLISECONDS;
};

export const useMembers = (documentId: string, query: QueryParameters) =>
  useQuery({
    queryKey: ['groups', 'members', documentId, query],
    queryFn: ({ signal }) => api.get<MemberPage>(pathOf(documentId, '/members'), { query, signal }),
    placeholderData: keepPreviousData,
  });

export const useGroupAccounts = (documentId: string, query: QueryParameters) =>
  useQuery({
    queryKey: ['groups', 'accounts', documentId, query],
    queryFn: ({ signal }) =>
      api.get<GroupAccountPage>(pathOf(documentId, '/accounts'), { query, signal }),
    placeholderData: keepPreviousData,
  });

export const useGroupsOfAccount = (accountId: string, query: QueryParameters) =>
  useQuery({
    queryKey: ['groups', 'of-account', accountId, query],
    queryFn: ({ signal }) =>
      api.get<GroupPage>(`/accounts/${encodeURIComponent(accountId)}/groups`, { query, signal }),
    placeholderData: keepPreviousData,
  });

/** What asks for it by its code. Null asks for nothing. */
export const useGroupUse = (documentId: string | null) =>
  useQuery({
    enabled: documentId !== null,
    queryKey: ['groups', 'used-by', documentId],
    queryFn: ({ signal }) =>
      api.get<Answer<GroupUse>>(pathOf(documentId ?? '', '/used-by'), { signal }),
    select: ({ data }) => data,
  });

const FOUND = 8;

/** Groups to choose from, by what somebody typed. */
export const findGroups = async (q: string, signal: AbortSignal): Promise<SearchOption[]> => {
  const query = { q, pageSize: FOUND };
  const { data } = await api.get<GroupPage>('/contact-groups', { query, signal });
  return data.map(({ documentId, displayName, name }) => ({
    documentId,
    name: displayName,
    detail: name,
  }));
};

export const useGroupsOf = (contactId: string, language: string) =>
  useQuery({
    queryKey: ['groups', 'of', contactId, language],
    queryFn: ({ signal }) =>
      api.get<Answer<GroupOfContactView[]>>(`/contacts/${encodeURIComponent(contactId)}/groups`, {
        query: { pageSize: 100, language },
        signal,
      }),
    select: ({ data }) => data,
  });

/** Everything shown of groups may be another than before: sizes, members, what a contact is in. */
const useGroupChange = <Variables, Result>(change: (variables: Variables) => Promise<Result>) => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['groups'] }),
  });
};

export type GroupData = Partial<
  Pick<
    GroupView,
    'name' | 'displayName' | 'description' | 'visibleToSite' | 'kind' | 'condition' | 'timeZone'
  >
>;

export const useCreateGroup = () =>
  useGroupChange((data: GroupData) => api.post<Answer<GroupView>>('/contact-groups', { data }));

export const useUpdateGroup = (documentId: string) =>
  useGroupChange((data: GroupData) => api.put<Answer<GroupView>>(pathOf(documentId), { data }));

export const useDeleteGroup = () =>
  useGroupChange((documentId: string) => api.del(pathOf(documentId)));

const CHANGES = {
  add: '/members',
  remove: '/members/remove',
  exclude: '/exclusions',
  takeBack: '/exclusions/remove',
} as const;

export interface MembersChange {
  group: string;
  how: keyof typeof CHANGES;
  contacts?: string[];
  accounts?: string[];
}

export const useChangeMembers = () =>
  useGroupChange(({ group, how, ...named }: MembersChange) =>
    api.post<Answer<MembersChanged>>(pathOf(group, CHANGES[how]), named)
  );
