/** Memberships, as the people of an account and as the accounts of a contact. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  LabelView,
  MembershipPage,
  MembershipView,
} from '../../../../../server/src/modules/accounts/contract';
import type { ContactPage } from '../../../../../server/src/modules/contacts/contract';
import { api } from '../../../shared/api';
import type { SearchOption } from '../../../shared/search-choice';
import { ACCOUNTS, accountRoute, type Answer } from '../api';

/** Whose memberships: an account's people, or a contact's accounts. */
export interface Side {
  of: 'account' | 'contact';
  documentId: string;
}

export type MembershipState = 'current' | 'former';

const pathOf = ({ of, documentId }: Side): string =>
  of === 'account'
    ? accountRoute(documentId, '/members')
    : `/contacts/${encodeURIComponent(documentId)}/accounts`;

const PAGE_SIZE = 50;

/** Everything that shows memberships is below the key of the accounts. */
export const useMemberships = (side: Side, state: MembershipState) =>
  useInfiniteQuery({
    queryKey: [...ACCOUNTS, 'memberships', side, state],
    queryFn: ({ pageParam, signal }) =>
      api.get<MembershipPage>(pathOf(side), {
        query: { state, cursor: pageParam, pageSize: PAGE_SIZE },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.meta.nextCursor,
  });

export const useContactRoles = () =>
  useQuery({
    queryKey: ['labels', '/contact-roles'],
    queryFn: ({ signal }) => api.get<Answer<LabelView[]>>('/contact-roles', { signal }),
    select: ({ data }) => data,
  });

export interface MembershipChange {
  /** A document id; null takes the role away. */
  role?: string | null;
  jobTitle?: string | null;
  /** Days. */
  since?: string | null;
  until?: string | null;
  isPrimary?: boolean;
}

const useChange = <Input, Output>(run: (input: Input) => Promise<Output>) => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ACCOUNTS }),
  });
};

const one = (documentId: string, part = '') =>
  `/account-memberships/${encodeURIComponent(documentId)}${part}`;

export const useAddMember = () =>
  useChange(({ account, ...member }: MembershipChange & { account: string; contact: string }) =>
    api.post<Answer<MembershipView>>(accountRoute(account, '/members'), member)
  );

export const useChangeMembership = () =>
  useChange(({ documentId, ...change }: MembershipChange & { documentId: string }) =>
    api.put<Answer<MembershipView>>(one(documentId), change)
  );

export const useEndMembership = () =>
  useChange((documentId: string) => api.post<Answer<MembershipView>>(one(documentId, '/end'), {}));

export const useRemoveMembership = () =>
  useChange((documentId: string) => api.del(one(documentId)));

const FOUND = 8;

/** Contacts to choose from, by what somebody typed. */
export const findContacts = async (q: string, signal: AbortSignal): Promise<SearchOption[]> => {
  const { data } = await api.get<ContactPage>('/contacts', {
    query: { q, kind: 'known', pageSize: FOUND },
    signal,
  });
  return data.map(({ documentId, displayName, email }) => ({
    documentId,
    name: displayName,
    detail: email === displayName ? null : email,
  }));
};
