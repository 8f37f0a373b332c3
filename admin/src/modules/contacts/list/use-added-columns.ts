/** Columns that other modules give to the list of contacts, as far as this user may see them. */
import { useMemo } from 'react';
import type { AdminModule } from '../../../shared/admin-module';
import { useOffered } from '../../../shared/admin-modules-context';
import type { AddedColumnView } from '../../../shared/list/added-column';

const OF = 'contacts';
const columnsIn = (module: AdminModule) => module.listColumns;

export const useAddedColumns = (): AddedColumnView[] => {
  const { items } = useOffered(columnsIn);
  return useMemo(() => items.filter(({ of }) => of === OF), [items]);
};
