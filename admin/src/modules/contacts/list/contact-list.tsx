import { useRef } from 'react';
import type { ContactView } from '../../../../../server/src/modules/contacts/contract';
import { BulkBar } from '../../../shared/bulk/bulk-bar';
import { ErrorState } from '../../../shared/error-state';
import { withChange } from '../../../shared/list/list-address';
import { ListFooter } from '../../../shared/list/list-footer';
import { ListTable } from '../../../shared/list/list-table';
import { ListToolbar } from '../../../shared/list/list-toolbar';
import { useRowSelection } from '../../../shared/list/use-row-selection';
import { contactPath } from '../../../shared/paths';
import { useTranslate } from '../../../shared/translate';
import { useKeptPlace } from '../../../shared/use-kept-place';
import { useRowKeys } from '../../../shared/use-row-keys';
import { useContactCount, useContactPage } from '../api';
import { useColumns } from './columns';
import { ContactCount } from './contact-count';
import { ContactFilters } from './contact-filters';
import { ContactViews } from './contact-views';
import { hasFilters, toFilterQuery, toListQuery } from './list-state';
import { NoContacts } from './no-contacts';
import { useContactColumns } from './use-contact-columns';
import { useListState } from './use-list-state';

const SUBJECT = 'contacts';
const nameOf = ({ displayName }: ContactView) => displayName;

export const ContactList = () => {
  const t = useTranslate();
  const container = useRef<HTMLDivElement>(null);
  const searchInput = useRef<HTMLInputElement>(null);
  const [state, setState] = useListState();
  const filter = toFilterQuery(state);
  const { chosen, choose, usual } = useContactColumns(state, setState);
  const { columns, choices, brought } = useColumns(chosen);
  const query = { ...toListQuery(state), ...brought };
  const { data, error, refetch, isPlaceholderData } = useContactPage(query);
  const rows = data?.data;
  const selecting = useRowSelection({ subject: SUBJECT, rows, nameOf, filter });
  const { selection, setSelection, rowSelection } = selecting;
  const { data: matching } = useContactCount(filter, selection.mode === 'matching');
  useKeptPlace(container, rows !== undefined && !isPlaceholderData);
  const others = { '/': () => searchInput.current?.focus() };
  useRowKeys({ container, onToggle: rowSelection?.toggle, others });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const isUnused = rows?.length === 0 && !hasFilters(state) && !state.cursor;
  if (isUnused) return <NoContacts />;
  return (
    <div ref={container}>
      <ContactViews {...{ state, chosen }} />
      <ListToolbar
        searchLabel={t('list.search')}
        searched={state.q}
        onSearch={(q) => setState(withChange(state, { q }), { replace: true })}
        usual={usual}
        {...{ searchInput, choices, chosen, choose }}
      >
        <ContactFilters state={state} onChange={setState} />
      </ListToolbar>
      {rows?.length === 0 ? (
        <NoContacts
          onClear={() => setState(withChange(state, { q: '', options: {}, dates: {}, own: {} }))}
        />
      ) : (
        <ListTable
          label={t('list.title')}
          pathOf={contactPath}
          {...{ rows, columns, state, setState }}
          selection={rowSelection}
          isStale={isPlaceholderData}
        />
      )}
      <ListFooter
        state={state}
        onChange={setState}
        pages={data?.meta}
        count={<ContactCount filter={filter} />}
      />
      <BulkBar
        subject={SUBJECT}
        label={t('bulk.label')}
        {...{ selection, filter, matching }}
        onSelect={setSelection}
      />
    </div>
  );
};
