/** Reading and changing the fields of the settings. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  FieldChange,
  FieldDefinitionView,
  FieldDraft,
  FieldEntityName,
  FieldUsage,
} from '../../../../server/src/platform/fields/contract';
import { api } from '../api';

interface Answer<Data> {
  data: Data;
}

const FIELDS = ['custom-fields'] as const;

const one = (documentId: string, part = '') =>
  `/custom-fields/${encodeURIComponent(documentId)}${part}`;

export const useCustomFields = (entity: FieldEntityName) =>
  useQuery({
    queryKey: [...FIELDS, entity],
    queryFn: ({ signal }) =>
      api.get<Answer<FieldDefinitionView[]>>('/custom-fields', { query: { entity }, signal }),
    select: ({ data }) => data,
  });

export const useFieldUsage = (documentId: string) =>
  useQuery({
    queryKey: [...FIELDS, 'usage', documentId],
    queryFn: ({ signal }) => api.get<Answer<FieldUsage>>(one(documentId, '/usage'), { signal }),
    select: ({ data }) => data.values,
    staleTime: 0,
  });

/** What a change of fields makes stale: the page's own list, and every form, column and filter. */
const useFieldMutation = <Variables, Data>(mutationFn: (given: Variables) => Promise<Data>) => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: async () => {
      await queryClient.invalidateQueries({ queryKey: FIELDS });
      void queryClient.invalidateQueries({ queryKey: ['contacts'] });
      void queryClient.invalidateQueries({ queryKey: ['accounts'] });
    },
  });
};

export const useCreateField = () =>
  useFieldMutation((draft: FieldDraft) =>
    api.post<Answer<FieldDefinitionView>>('/custom-fields', draft)
  );

export const useChangeField = () =>
  useFieldMutation(({ documentId, change }: { documentId: string; change: FieldChange }) =>
    api.put<Answer<FieldDefinitionView>>(one(documentId), change)
  );

export const useOrderFields = (entity: FieldEntityName) =>
  useFieldMutation((documentIds: string[]) =>
    api.put<Answer<FieldDefinitionView[]>>('/custom-fields/order', { entity, documentIds })
  );

export const useDeleteField = () =>
  useFieldMutation((documentId: string) => api.del(one(documentId)));

export const useRestoreField = () =>
  useFieldMutation((documentId: string) =>
    api.post<Answer<FieldDefinitionView>>(one(documentId, '/restore'))
  );
