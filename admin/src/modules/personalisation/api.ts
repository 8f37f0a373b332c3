/** What the audience field and the panels ask the server. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ActivityType } from '../../../../server/src/modules/activities/contract';
import type { ContactPage } from '../../../../server/src/modules/contacts/contract';
import type { GroupPage } from '../../../../server/src/modules/groups/contract';
import type {
  PreviewView,
  SeenAs,
  SplitResult,
} from '../../../../server/src/modules/personalisation/contract';
import { api } from '../../shared/api';
import type { SearchOption } from '../../shared/search-choice';

interface Answer<Data> {
  data: Data;
}

const FOUND = 8;
const MOST_NAMED = 50;
/** Those that are chosen already are taken out of it. */
const MOST_OFFERED = 100;

/** Groups that pages may know of, under their codes. */
export const findPageGroups = async (q: string, signal: AbortSignal): Promise<SearchOption[]> => {
  const query = { q, enabled: true, visibleToSite: true, pageSize: MOST_OFFERED };
  const { data } = await api.get<GroupPage>('/contact-groups', { query, signal });
  return data.map(({ name, displayName }) => ({
    documentId: name,
    name: displayName,
    detail: name,
  }));
};

export const findPeople = async (q: string, signal: AbortSignal): Promise<SearchOption[]> => {
  const query = { q, pageSize: FOUND };
  const { data } = await api.get<ContactPage>('/contacts', { query, signal });
  return data.map(({ documentId, displayName, email }) => ({
    documentId,
    name: displayName,
    detail: email === displayName ? null : email,
  }));
};

/** The code where the title is not known: the group may be gone, or not be this user's to see. */
export const useGroupTitles = (codes: string[], enabled: boolean): ((code: string) => string) => {
  const query = { name: codes.join(), pageSize: MOST_NAMED };
  const { data } = useQuery({
    enabled: enabled && codes.length > 0,
    queryKey: ['groups', 'list', query],
    queryFn: ({ signal }) => api.get<GroupPage>('/contact-groups', { query, signal }),
  });
  const titles = new Map(data?.data.map(({ name, displayName }) => [name, displayName]));
  return (code) => titles.get(code) ?? code;
};

export interface Previewed {
  uid: string;
  documentId: string;
  locale: string | null;
  status: 'draft' | 'published';
  /** When it was saved: what was seen before is stale then. */
  savedAt: string | null;
}

/** Null asks nothing yet. */
export const usePreview = (
  { uid, documentId, locale, status, savedAt }: Previewed,
  as: SeenAs | null
) =>
  useQuery({
    enabled: as !== null,
    queryKey: ['personalisation', 'preview', uid, documentId, locale, status, savedAt, as],
    queryFn: () =>
      api.post<Answer<PreviewView>>('/personalisation/preview', {
        uid,
        documentId,
        status,
        ...(locale === null ? {} : { locale }),
        as,
      }),
    select: ({ data }) => data,
    gcTime: 0,
  });

export const useSplitResult = (split: string, question: { activity: string; withinDays: number }) =>
  useQuery({
    queryKey: ['personalisation', 'split', split, question],
    queryFn: ({ signal }) =>
      api.get<Answer<SplitResult>>(`/personalisation/splits/${encodeURIComponent(split)}`, {
        query: question,
        signal,
      }),
    select: ({ data }) => data,
    placeholderData: keepPreviousData,
  });

const MINUTE = 60_000;

/** What people do, as the timeline's filter keeps it. */
export const useActivityTypes = () =>
  useQuery({
    queryKey: ['activity-types'],
    queryFn: ({ signal }) => api.get<Answer<ActivityType[]>>('/activity-types', { signal }),
    select: ({ data }) => data,
    staleTime: MINUTE,
  });
