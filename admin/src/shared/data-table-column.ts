import type { ReactNode } from 'react';

export type SortDirection = 'asc' | 'desc';

export interface Column<RowData> {
  id: string;
  label: string;
  cell: (row: RowData) => ReactNode;
  /** In rem of ten pixels, as everywhere in Strapi's admin; what is left over is shared out. */
  width: number;
  align?: 'end';
  /** The order of a first click; a column without it cannot be sorted by. */
  firstDirection?: SortDirection;
}
