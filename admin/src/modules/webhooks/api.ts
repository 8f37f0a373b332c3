/** Webhooks, and what was sent to them. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api';
import type {
  DeliveryPage,
  DeliveryView,
  PublicEventType,
  WebhookList,
  WebhookView,
  WebhookWithSecret,
} from '../../../../server/src/modules/webhooks/contract';

interface Answer<Data> {
  data: Data;
}

export interface WebhookDraft {
  name: string;
  url: string;
  events: PublicEventType[];
  enabled: boolean;
  /** Null keeps the value that is stored. */
  headers: Record<string, string | null>;
}

const WEBHOOKS = ['webhooks'] as const;
const PATH = '/webhooks';
const pathOf = (id: string, part = '') => `${PATH}/${encodeURIComponent(id)}${part}`;

export const useWebhooks = () =>
  useQuery({
    queryKey: [...WEBHOOKS, 'list'],
    queryFn: ({ signal }) => api.get<WebhookList>(PATH, { signal }),
  });

/** `useMutation` whose success makes everything about webhooks be read again. */
const useChange = <Input, Result>(mutationFn: (input: Input) => Promise<Result>) => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () => queryClient.invalidateQueries({ queryKey: WEBHOOKS }),
  });
};

export const useCreateWebhook = () =>
  useChange((draft: WebhookDraft) => api.post<Answer<WebhookWithSecret>>(PATH, draft));

export const useUpdateWebhook = () =>
  useChange(({ id, draft }: { id: string; draft: WebhookDraft }) =>
    api.put<Answer<WebhookView>>(pathOf(id), draft)
  );

export const useDeleteWebhook = () => useChange((id: string) => api.del(pathOf(id)));

export const useRotateSecret = () =>
  useChange((id: string) => api.post<Answer<WebhookWithSecret>>(pathOf(id, '/rotate-secret')));

export const useSendTest = () =>
  useChange((id: string) => api.post<Answer<DeliveryView>>(pathOf(id, '/test')));

export const useSendAgain = (webhookId: string) =>
  useChange((deliveryId: string) =>
    api.post<Answer<DeliveryView>>(
      pathOf(webhookId, `/deliveries/${encodeURIComponent(deliveryId)}/send-again`)
    )
  );

const WATCHED_EVERY_MILLISECONDS = 3_000;

/** Newest first; looked at again while some are on their way. */
export const useDeliveries = (id: string) =>
  useInfiniteQuery({
    queryKey: [...WEBHOOKS, id, 'deliveries'],
    queryFn: ({ pageParam, signal }) =>
      api.get<DeliveryPage>(pathOf(id, '/deliveries'), { query: { cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.meta.nextCursor,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ data }) => data.some(({ status }) => status === 'pending'))
        ? WATCHED_EVERY_MILLISECONDS
        : false,
  });
