import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  NewView,
  SavedView,
  ViewChange,
} from '../../../../server/src/platform/views/contract';
import { api } from '../api';

const viewsKey = (kind: string) => ['views', kind] as const;
const pathOf = (id: string) => `/views/${encodeURIComponent(id)}`;

export const useViews = (kind: string) =>
  useQuery({
    queryKey: viewsKey(kind),
    queryFn: ({ signal }) => api.get<{ data: SavedView[] }>('/views', { query: { kind }, signal }),
    select: ({ data }) => data,
  });

const useRefreshed = <Input, Output>(kind: string, run: (input: Input) => Promise<Output>) => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: viewsKey(kind) }),
  });
};

export const useCreateView = (kind: string) =>
  useRefreshed(kind, (view: Omit<NewView, 'kind'>) =>
    api.post<{ data: SavedView }>('/views', { ...view, kind })
  );

export const useChangeView = (kind: string) =>
  useRefreshed(kind, ({ id, ...change }: ViewChange & { id: string }) =>
    api.put<{ data: SavedView }>(pathOf(id), change)
  );

export const useDeleteView = (kind: string) =>
  useRefreshed(kind, (id: string) => api.del(pathOf(id)));
