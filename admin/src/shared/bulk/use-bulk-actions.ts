import { useMemo } from 'react';
import type { AdminModule } from '../admin-module';
import { useOffered } from '../admin-modules-context';
import type { BulkActionView } from './bulk-action-view';

const actionsOf = (module: AdminModule) => module.bulkActions;

/** What this user may do with many rows of a list at once, in the order of the buttons. */
export const useBulkActions = (subject: string): BulkActionView[] => {
  const { items } = useOffered(actionsOf);
  return useMemo(
    () =>
      items
        .filter((action) => action.subject === subject)
        .sort((left, right) => left.position - right.position),
    [items, subject]
  );
};
