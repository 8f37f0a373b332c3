/** Reading what contacts did, and the registry of what there is to do. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api';
import type {
  ActivityPage,
  ActivityType,
  ContactSummary,
} from '../../../../server/src/modules/activities/contract';

export interface Answer<Data> {
  data: Data;
}

export interface TimelineFilter {
  /** Comma-separated type names; none is every type. */
  types?: string;
  /** Instants, ISO. */
  from?: string;
  to?: string;
}

export const TIMELINE_PAGE_SIZE = 50;
const TYPES = ['activity-types'] as const;

const ofContact = (documentId: string, part: string) =>
  `/contacts/${encodeURIComponent(documentId)}/${part}`;

export const useTimeline = (documentId: string, filter: TimelineFilter) =>
  useInfiniteQuery({
    queryKey: ['activities', documentId, 'timeline', filter],
    queryFn: ({ pageParam, signal }) =>
      api.get<ActivityPage>(ofContact(documentId, 'activities'), {
        query: { ...filter, cursor: pageParam, limit: TIMELINE_PAGE_SIZE },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.meta.nextCursor,
  });

export const useSummary = (documentId: string) =>
  useQuery({
    queryKey: ['activities', documentId, 'summary'],
    queryFn: ({ signal }) =>
      api.get<Answer<ContactSummary>>(ofContact(documentId, 'summary'), { signal }),
    select: ({ data }) => data,
  });

export const useActivityTypes = () =>
  useQuery({
    queryKey: TYPES,
    queryFn: ({ signal }) => api.get<Answer<ActivityType[]>>('/activity-types', { signal }),
    select: ({ data }) => data,
    staleTime: 60_000,
  });

export type ActivityTypeDraft = Omit<ActivityType, 'custom'>;

/** `isNew` refuses a name that is taken; otherwise the type of that name is changed. */
export const useSaveActivityType = () => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ draft, isNew }: { draft: ActivityTypeDraft; isNew: boolean }) =>
      isNew
        ? api.post('/activity-types', draft)
        : api.put(`/activity-types/${encodeURIComponent(draft.name)}`, draft),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: TYPES }),
  });
};

export const useDeleteActivityType = () => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => api.del(`/activity-types/${encodeURIComponent(name)}`),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: TYPES }),
  });
};
