import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ContactCount } from '../../../../../server/src/modules/contacts/contract';
import { api } from '../../../shared/api';

export interface Candidate {
  documentId: string;
  label: string;
  hint: string | null;
}

export type CandidateType = 'contacts' | 'accounts';

interface Found {
  documentId: string;
  displayName?: string;
  name?: string;
  email?: string | null;
  city?: string | null;
}

const MOST_SHOWN = 20;

/** The first few that a search finds, by the lists' own routes. */
export const useCandidates = (of: CandidateType, q: string) =>
  useQuery({
    queryKey: [of, 'candidates', q],
    queryFn: ({ signal }) =>
      api.get<{ data: Found[] }>(`/${of}`, { query: { q, pageSize: MOST_SHOWN }, signal }),
    select: ({ data }) =>
      data.map(({ documentId, displayName, name, email, city }): Candidate => ({
        documentId,
        label: displayName ?? name ?? '',
        hint: email ?? city ?? null,
      })),
    placeholderData: keepPreviousData,
  });

/** How many contacts a search finds; asked once there is something to search for. */
export const useMatching = (q: string) =>
  useQuery({
    enabled: q !== '',
    queryKey: ['contacts', 'count', { q }],
    queryFn: ({ signal }) => api.get<ContactCount>('/contacts/count', { query: { q }, signal }),
  });
