import { useCallback, useMemo, useState } from 'react';
import type { ContactView } from '../../../../../server/src/modules/contacts/contract';
import type { RowSelection } from '../../../shared/data-table';
import { useCan } from '../../../shared/permissions';
import { useTranslate } from '../../../shared/translate';
import { isSelected, NOTHING, pageMark, pageToggled, toggled, type Selection } from './selection';

/**
 * The selection of the list. It survives paging, and ends when the filter changes: what is not in
 * the list any more must not be changed by accident. No boxes for who may change nothing:
 * the route of bulk changes asks for editing, of deleting as well.
 */
export const useRowSelection = (
  rows: ContactView[] | undefined,
  filter: Record<string, string>
) => {
  const t = useTranslate();
  const canChange = useCan('contacts.update');
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
    const names = new Map((rows ?? []).map((row) => [row.documentId, row.displayName]));
    return {
      isSelected: (key) => isSelected(selection, key),
      mark: pageMark(selection, page),
      toggle: (key) => setSelection(toggled(selection, key, page)),
      toggleAll: () => setSelection(pageToggled(selection, page)),
      labelAll: t('list.selectPage'),
      labelOf: (key) => t('list.selectRow', { name: names.get(key) ?? key }),
    };
  }, [canChange, rows, selection, setSelection, t]);
  return { selection, setSelection, rowSelection };
};
