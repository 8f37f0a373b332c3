/** Filters that other modules give to the list of contacts. */
import { useMemo } from 'react';
import type { AdminModule } from '../../../shared/admin-module';
import { useDefined, useOffered } from '../../../shared/admin-modules-context';
import type { AddedFilterView } from '../../../shared/list/added-filter';

const OF = 'contacts';
const filtersIn = (module: AdminModule) => module.listFilters;
const ofThisList = (filters: AddedFilterView[]) => filters.filter(({ of }) => of === OF);

/** Read from the address also for who may not choose by them: a shared view shows the same to all. */
export const useAddedParameters = (): string[] => {
  const defined = useDefined(filtersIn);
  return useMemo(() => ofThisList(defined).map(({ parameter }) => parameter), [defined]);
};

export const useAddedFilters = (): AddedFilterView[] => {
  const { items } = useOffered(filtersIn);
  return useMemo(() => ofThisList(items), [items]);
};
