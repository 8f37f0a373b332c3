import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  BulkBatchPage,
  BulkRequest,
  BulkStarted,
} from '../../../../server/src/platform/bulk/contract';
import { api } from '../api';

const BATCHES = ['bulk-batches'] as const;
const POLL_MILLISECONDS = 1_500;

/** Read again as long as one of them is at work. */
export const useBulkBatches = (cursor: string | null) =>
  useQuery({
    queryKey: [...BATCHES, cursor],
    queryFn: ({ signal }) => api.get<BulkBatchPage>('/bulk-batches', { query: { cursor }, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.data.some((batch) => batch.state === 'running' || batch.state === 'undoing')
        ? POLL_MILLISECONDS
        : false,
    staleTime: 0,
  });

/** `subject` is the list's path. */
export const useStartBulk = (subject: string) =>
  useMutation({
    mutationFn: (request: BulkRequest) => api.post<BulkStarted>(`/${subject}/bulk`, request),
  });

export const useStartUndo = () => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (batchId: string) =>
      api.post<BulkStarted>(`/bulk-batches/${encodeURIComponent(batchId)}/undo`),
    onSettled: () => queryClient.invalidateQueries({ queryKey: BATCHES }),
  });
};
