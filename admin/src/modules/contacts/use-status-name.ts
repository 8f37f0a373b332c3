import { useCallback } from 'react';
import { useContactStatuses } from './api';

/** Names a status by its code; null while the statuses are not known, and for one that is gone. */
export const useStatusName = (): ((code: string) => string | null) => {
  const { data: statuses } = useContactStatuses();
  return useCallback(
    (code) => statuses?.find(({ name }) => name === code)?.displayName ?? null,
    [statuses]
  );
};
