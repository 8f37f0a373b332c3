import { useCallback, useRef } from 'react';
import { Box } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import type { ContactView } from '../../../../../server/src/modules/contacts/contract';
import { DataTable } from '../../../shared/data-table';
import { ErrorState } from '../../../shared/error-state';
import { contactPath } from '../../../shared/paths';
import { useTranslate } from '../../../shared/translate';
import { useKeptPlace } from '../../../shared/use-kept-place';
import { useRowKeys } from '../../../shared/use-row-keys';
import { useContactCount, useContactPage } from '../api';
import { BulkBar } from './bulk-bar';
import { EmptyList } from './empty-list';
import { ListFooter } from './list-footer';
import { hasFilters, nextSort, toFilterQuery, toListQuery, withChange } from './list-state';
import { ListToolbar } from './list-toolbar';
import { isEmpty } from './selection';
import { useChosenColumns } from './use-chosen-columns';
import { useListState } from './use-list-state';
import { useRowSelection } from './use-row-selection';

const SKELETON_ROWS = 12;
const keyOf = ({ documentId }: ContactView) => documentId;

export const ContactList = () => {
  const t = useTranslate();
  const navigate = useNavigate();
  const container = useRef<HTMLDivElement>(null);
  const searchInput = useRef<HTMLInputElement>(null);
  const [state, setState] = useListState();
  const filter = toFilterQuery(state);
  const { columns, choices, chosen, choose } = useChosenColumns(state, setState);
  const { data, error, refetch, isPlaceholderData } = useContactPage(toListQuery(state));
  const rows = data?.data;
  const { selection, setSelection, rowSelection } = useRowSelection(rows, filter);
  const { data: matching } = useContactCount(filter, selection.mode === 'matching');
  useKeptPlace(container, rows !== undefined && !isPlaceholderData);
  useRowKeys({
    container,
    onToggle: rowSelection?.toggle,
    others: { '/': () => searchInput.current?.focus() },
  });
  const open = useCallback(
    (contact: ContactView) => navigate(contactPath(contact.documentId)),
    [navigate]
  );
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const isUnused = rows?.length === 0 && !hasFilters(state) && !state.cursor;
  if (isUnused) return <EmptyList />;
  return (
    <div ref={container}>
      <ListToolbar {...{ state, setState, searchInput, choices, chosen, choose }} />
      {rows?.length === 0 ? (
        <EmptyList onClear={() => setState(withChange(state, { q: '', options: {}, dates: {} }))} />
      ) : (
        <DataTable
          label={t('list.title')}
          columns={columns}
          rows={rows}
          keyOf={keyOf}
          onOpen={open}
          sort={state.sort}
          onSort={({ id, firstDirection = 'asc' }) =>
            setState(withChange(state, { sort: nextSort(state.sort, id, firstDirection) }))
          }
          selection={rowSelection}
          skeletonRows={SKELETON_ROWS}
          isStale={isPlaceholderData}
        />
      )}
      <ListFooter state={state} onChange={setState} pages={data?.meta} />
      {!isEmpty(selection) && (
        <BulkBar {...{ selection, filter, matching }} onSelect={setSelection} />
      )}
      <Box aria-hidden height={isEmpty(selection) ? 0 : 4} />
    </div>
  );
};
