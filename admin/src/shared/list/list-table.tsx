import { useCallback } from 'react';
import { useNavigate } from 'react-router-dom';
import { DataTable, type RowSelection } from '../data-table';
import type { Column } from '../data-table-column';
import { nextSort, withChange, type ListPlace, type SetListState } from './list-address';

const SKELETON_ROWS = 12;

interface Document {
  documentId: string;
}

const keyOf = ({ documentId }: Document) => documentId;

interface ListTableProps<Row extends Document, State extends ListPlace> {
  label: string;
  columns: Column<Row>[];
  rows: Row[] | undefined;
  state: State;
  setState: SetListState<State>;
  selection: RowSelection | undefined;
  isStale: boolean;
  pathOf: (documentId: string) => string;
}

/** A list's rows: a click opens a card, a click on a head sorts. */
export const ListTable = <Row extends Document, State extends ListPlace>({
  state,
  setState,
  pathOf,
  ...table
}: ListTableProps<Row, State>) => {
  const navigate = useNavigate();
  const open = useCallback(
    ({ documentId }: Row) => navigate(pathOf(documentId)),
    [navigate, pathOf]
  );
  const change = (place: Partial<ListPlace>) =>
    setState(withChange<ListPlace>(state, place) as State);
  return (
    <DataTable
      {...table}
      keyOf={keyOf}
      onOpen={open}
      sort={state.sort}
      onSort={({ id, firstDirection = 'asc' }) =>
        change({ sort: nextSort(state.sort, id, firstDirection) })
      }
      skeletonRows={SKELETON_ROWS}
    />
  );
};
