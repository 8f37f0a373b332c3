/**
 * A table of rows that open, with sortable heads and boxes to select. Semantic HTML in the look of
 * the Design System's table, whose own cells manage focus one by one: too slow for a hundred rows,
 * and in the way of j and k.
 */
import type { MouseEvent } from 'react';
import { Checkbox, VisuallyHidden } from '@strapi/design-system';
import type { Column, SortDirection } from './data-table-column';
import { SortableHead } from './data-table-head';
import { Cell, Head, Row, Scroller, Table } from './data-table-parts';
import { Skeleton } from './skeleton';

export interface RowSelection {
  isSelected: (key: string) => boolean;
  mark: boolean | 'indeterminate';
  toggle: (key: string) => void;
  toggleAll: () => void;
  labelAll: string;
  labelOf: (key: string) => string;
}

interface DataTableProps<RowData> {
  label: string;
  columns: Column<RowData>[];
  rows: RowData[] | undefined;
  keyOf: (row: RowData) => string;
  onOpen?: (row: RowData, event: MouseEvent) => void;
  sort?: { field: string; direction: SortDirection };
  onSort?: (column: Column<RowData>) => void;
  selection?: RowSelection;
  skeletonRows: number;
  /** What is shown is being replaced. */
  isStale?: boolean;
}

export const DataTable = <RowData,>(props: DataTableProps<RowData>) => {
  const { columns, rows, selection, label, isStale, sort, onSort } = props;
  const boxes = selection ? SELECTION_WIDTH : 0;
  const minWidth = columns.reduce((sum, { width }) => sum + width, boxes);
  return (
    <Scroller tabIndex={-1}>
      <Table
        aria-label={label}
        aria-busy={Boolean(isStale) || !rows}
        $isStale={Boolean(isStale)}
        $minWidth={`${minWidth}rem`}
      >
        <thead>
          <tr>
            {selection && <SelectAllHead selection={selection} />}
            {columns.map((column) => (
              <SortableHead key={column.id} {...{ column, sort }} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows ? (
            rows.map((row) => <DataRow key={props.keyOf(row)} {...props} row={row} />)
          ) : (
            <SkeletonRows {...props} />
          )}
        </tbody>
      </Table>
    </Scroller>
  );
};

const SELECTION_WIDTH = 4.8;

const SelectAllHead = ({ selection }: { selection: RowSelection }) => (
  <Head scope="col" $width={SELECTION_WIDTH}>
    <Checkbox
      aria-label={selection.labelAll}
      checked={selection.mark}
      onCheckedChange={selection.toggleAll}
    />
  </Head>
);

const DataRow = <RowData,>(props: DataTableProps<RowData> & { row: RowData }) => {
  const { row, columns, selection, keyOf, onOpen } = props;
  const key = keyOf(row);
  const isSelected = selection?.isSelected(key) ?? false;
  const open = (event: MouseEvent) => {
    if (!isOnControl(event)) onOpen?.(row, event);
  };
  return (
    <Row data-row={key} onClick={open} $isSelected={isSelected} $opens={Boolean(onOpen)}>
      {selection && (
        <Cell data-control="">
          <Checkbox
            aria-label={selection.labelOf(key)}
            checked={isSelected}
            onCheckedChange={() => selection.toggle(key)}
          />
        </Cell>
      )}
      {columns.map(({ id, cell, align }) => (
        <Cell key={id} $align={align}>
          {cell(row)}
        </Cell>
      ))}
    </Row>
  );
};

/** Links and boxes do their own thing; so does a selection of text. */
const isOnControl = (event: MouseEvent): boolean =>
  (event.target instanceof Element && event.target.closest('a, button, [data-control]') !== null) ||
  Boolean(window.getSelection()?.toString());

const SkeletonRows = <RowData,>({ skeletonRows, columns, selection }: DataTableProps<RowData>) => (
  <>
    {Array.from({ length: skeletonRows }, (_nothing, index) => (
      <Row key={index} $isSelected={false} $opens={false}>
        {selection && <Cell />}
        {columns.map(({ id, label }, position) => (
          <Cell key={id}>
            {index === 0 && position === 0 && <VisuallyHidden>{label}</VisuallyHidden>}
            <Skeleton $width={position === 0 ? '70%' : '50%'} />
          </Cell>
        ))}
      </Row>
    ))}
  </>
);
