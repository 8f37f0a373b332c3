import { useQuery } from '@tanstack/react-query';
import { api } from '../../shared/api';
import type { DeviceView } from '../../../../server/src/modules/identity/contract';

export const useDevices = (documentId: string) =>
  useQuery({
    queryKey: ['devices', documentId],
    queryFn: ({ signal }) =>
      api.get<{ data: DeviceView[] }>(`/contacts/${encodeURIComponent(documentId)}/devices`, {
        signal,
      }),
    select: ({ data }) => data,
  });
