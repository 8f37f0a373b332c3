import { useMemo } from 'react';
import type { SetListState } from '../../../shared/list/list-address';
import { useChosenColumns } from '../../../shared/list/use-chosen-columns';
import { DEFAULT_COLUMNS } from './columns';
import type { ListState } from './list-state';
import { useAddedColumns } from './use-added-columns';

/** The columns of the contact list, as the address or this browser has them. */
export const useContactColumns = (state: ListState, setState: SetListState<ListState>) => {
  const added = useAddedColumns();
  const usual = useMemo(() => toUsual(added.map(({ name }) => name)), [added]);
  const columns = useChosenColumns({ state, setState, rememberedAs: 'columns', usual });
  return { ...columns, usual };
};

/** Where accounts say whom a contact belongs to, a company's bare name is one column too many. */
const toUsual = (added: string[]): string[] =>
  added.length === 0
    ? DEFAULT_COLUMNS
    : DEFAULT_COLUMNS.flatMap((name) => (name === 'companyName' ? added : [name]));
