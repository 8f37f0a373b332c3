/** A column of a list from the catalogue of a content type's fields. */
import type { ReactNode } from 'react';
import type { FieldDescription } from '../../../../server/src/platform/fields/contract';
import type { Column } from '../data-table-column';
import type { Translate } from '../translate';
import { fieldLabel } from './field-labels';

interface ColumnOptions<RowData> {
  t: Translate;
  cell: (row: RowData) => ReactNode;
  /** In rem; by the type when left out. */
  width?: number | undefined;
  /** The server's name of the order; the field's when left out. */
  order?: string | undefined;
}

export const toColumn = <RowData>(
  field: FieldDescription,
  { t, cell, width, order }: ColumnOptions<RowData>
): Column<RowData> => ({
  id: order ?? field.name,
  label: fieldLabel(t, field),
  width: width ?? TYPE_WIDTHS[field.type] ?? USUAL_WIDTH,
  align: NUMBERS.has(field.type) ? 'end' : undefined,
  firstDirection: field.sortable ? firstDirectionOf(field.type) : undefined,
  cell,
});

/** Until the catalogue has come, so that the table's heads do not jump. */
export const toFallbackFields = (names: string[]): FieldDescription[] =>
  names.map((name) => ({
    name,
    type: 'string',
    label: name,
    required: false,
    core: true,
    editable: false,
    sortable: false,
    filterable: false,
    listable: true,
    editor: 'plain',
    group: 'contact',
  }));

const TYPE_WIDTHS: Record<string, number> = { datetime: 15, integer: 10, boolean: 10 };
const USUAL_WIDTH = 16;

const NUMBERS = new Set(['integer', 'biginteger', 'decimal', 'float']);
const DATES = new Set(['date', 'datetime', 'time']);

const firstDirectionOf = (type: string) => (NUMBERS.has(type) || DATES.has(type) ? 'desc' : 'asc');
