/** The labels that a site keeps in its settings: listed with their counts, made, changed, put in order. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { LabelSettings } from '../../../../server/src/platform/labels/contract';
import { api } from '../api';

export interface LabelSource {
  /** The server's routes: `/contact-roles`. */
  path: string;
  /** Where they are listed with counts, when that is not the path itself. */
  listPath?: string;
  /** What else shows them. */
  shownIn: readonly string[];
}

export type LabelDraft = Pick<LabelSettings, 'name' | 'displayName' | 'color'>;

interface Answer<Data> {
  data: Data;
}

const keyOf = ({ path }: LabelSource) => ['labels', path, 'settings'] as const;

export const useLabels = (source: LabelSource) =>
  useQuery({
    queryKey: keyOf(source),
    queryFn: ({ signal }) =>
      api.get<Answer<LabelSettings[]>>(source.listPath ?? source.path, { signal }),
    select: ({ data }) => data,
  });

const useChange = <Input, Output>(
  { path, shownIn }: LabelSource,
  run: (input: Input) => Promise<Output>
) => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSettled: () => {
      for (const key of shownIn) void queryClient.invalidateQueries({ queryKey: [key] });
      return queryClient.invalidateQueries({ queryKey: ['labels', path] });
    },
  });
};

const one = ({ path }: LabelSource, documentId: string) =>
  `${path}/${encodeURIComponent(documentId)}`;

/** Without a document id it makes a new one. */
export const useSaveLabel = (source: LabelSource) =>
  useChange(
    source,
    ({ documentId, ...data }: Partial<LabelDraft> & { documentId: string | null }) =>
      documentId === null
        ? api.post(source.path, { data })
        : api.put(one(source, documentId), { data })
  );

export const useRemoveLabel = (source: LabelSource, documentId: string) =>
  useChange(source, (outcome: string) => api.del(`${one(source, documentId)}${outcome}`));

/** The order is shown at once, and put back when the server refuses it. */
export const useOrderLabels = (source: LabelSource) => {
  const queryClient = useQueryClient();
  const { mutate } = useChange(source, (documentIds: string[]) =>
    api.put(`${source.path}/order`, { documentIds })
  );
  return (labels: LabelSettings[], onError: (error: unknown) => void) => {
    queryClient.setQueryData(keyOf(source), { data: labels });
    mutate(
      labels.map(({ documentId }) => documentId),
      { onError }
    );
  };
};
