import { useCallback, useMemo, useState } from 'react';
import { useBulkActions } from '../bulk/use-bulk-actions';
import type { RowSelection } from '../data-table';
import { useTranslate } from '../translate';
import { isSelected, NOTHING, pageMark, pageToggled, toggled, type Selection } from './selection';

interface SelectionOptions<Row> {
  /** The list, as bulk changes call it. */
  subject: string;
  rows: Row[] | undefined;
  nameOf: (row: Row) => string;
  filter: Record<string, string>;
}

/**
 * The selection of a list. It survives paging, and ends when the filter changes: what is not in
 * the list any more must not be changed by accident. No boxes for who may do nothing with them.
 */
export const useRowSelection = <Row extends { documentId: string }>({
  subject,
  rows,
  nameOf,
  filter,
}: SelectionOptions<Row>) => {
  const t = useTranslate();
  const canChange = useBulkActions(subject).length > 0;
  const filterKey = JSON.stringify(filter);
  const [kept, setKept] = useState({ filterKey, selection: NOTHING });
  const selection = kept.filterKey === filterKey ? kept.selection : NOTHING;
  const setSelection = useCallback(
    (next: Selection) => setKept({ filterKey, selection: next }),
    [filterKey]
  );
  const rowSelection = useMemo((): RowSelection | undefined => {
    if (!canChange) return undefined;
    const page = (rows ?? []).map(({ documentId }) => documentId);
    const names = new Map((rows ?? []).map((row) => [row.documentId, nameOf(row)]));
    return {
      isSelected: (key) => isSelected(selection, key),
      mark: pageMark(selection, page),
      toggle: (key) => setSelection(toggled(selection, key, page)),
      toggleAll: () => setSelection(pageToggled(selection, page)),
      labelAll: t('list.selectPage'),
      labelOf: (key) => t('list.selectRow', { name: names.get(key) ?? key }),
    };
  }, [canChange, rows, nameOf, selection, setSelection, t]);
  return { selection, setSelection, rowSelection };
};
