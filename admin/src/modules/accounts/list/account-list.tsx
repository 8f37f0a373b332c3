import { useRef } from 'react';
import { Typography } from '@strapi/design-system';
import type { AccountView } from '../../../../../server/src/modules/accounts/contract';
import { BulkBar } from '../../../shared/bulk/bulk-bar';
import { ErrorState } from '../../../shared/error-state';
import { EmptyList } from '../../../shared/list/empty-list';
import { withChange } from '../../../shared/list/list-address';
import { ListFooter } from '../../../shared/list/list-footer';
import { ListTable } from '../../../shared/list/list-table';
import { ListToolbar } from '../../../shared/list/list-toolbar';
import { useRowSelection } from '../../../shared/list/use-row-selection';
import { accountPath } from '../../../shared/paths';
import { useTranslate } from '../../../shared/translate';
import { useKeptPlace } from '../../../shared/use-kept-place';
import { useRowKeys } from '../../../shared/use-row-keys';
import { useAccountCount, useAccountPage } from '../api';
import { AccountFilters } from './account-filters';
import { AccountViews } from './account-views';
import { DEFAULT_COLUMNS } from './columns';
import { toFilterQuery, toListQuery } from './list-state';
import { useAccountList } from './use-account-list';

const SUBJECT = 'accounts';
const nameOf = ({ name }: AccountView) => name;

export const AccountList = () => {
  const t = useTranslate();
  const container = useRef<HTMLDivElement>(null);
  const searchInput = useRef<HTMLInputElement>(null);
  const { state, setState, columns, choices, chosen, choose } = useAccountList();
  const filter = toFilterQuery(state);
  const { data, error, refetch, isPlaceholderData } = useAccountPage(toListQuery(state));
  const rows = data?.data;
  const selecting = useRowSelection({ subject: SUBJECT, rows, nameOf, filter });
  const { selection, setSelection, rowSelection } = selecting;
  const { data: matching } = useAccountCount(filter);
  useKeptPlace(container, rows !== undefined && !isPlaceholderData);
  const others = { '/': () => searchInput.current?.focus() };
  useRowKeys({ container, onToggle: rowSelection?.toggle, others });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (rows?.length === 0 && Object.keys(filter).length === 0 && !state.cursor) {
    return <EmptyList title={t('accounts.empty')} hint={t('accounts.emptyHint')} />;
  }
  return (
    <div ref={container}>
      <AccountViews {...{ state, chosen }} />
      <ListToolbar
        searchLabel={t('accounts.search')}
        searched={state.q}
        onSearch={(q) => setState(withChange(state, { q }), { replace: true })}
        usual={DEFAULT_COLUMNS}
        {...{ searchInput, choices, chosen, choose }}
      >
        <AccountFilters state={state} onChange={setState} />
      </ListToolbar>
      {rows?.length === 0 ? (
        <EmptyList
          title={t('accounts.noMatch')}
          hint={t('list.noMatchHint')}
          onClear={() => setState(withChange(state, { q: '', options: {}, own: {} }))}
        />
      ) : (
        <ListTable
          label={t('accounts.title')}
          pathOf={accountPath}
          {...{ rows, columns, state, setState }}
          selection={rowSelection}
          isStale={isPlaceholderData}
        />
      )}
      <ListFooter
        state={state}
        onChange={setState}
        pages={data?.meta}
        count={<AccountCount matching={matching} />}
      />
      <BulkBar
        subject={SUBJECT}
        label={t('accounts.bulk.label')}
        {...{ selection, filter, matching }}
        onSelect={setSelection}
      />
    </div>
  );
};

const AccountCount = ({ matching }: { matching: { count: number } | undefined }) => {
  const t = useTranslate();
  if (!matching) return null;
  return (
    <Typography textColor="neutral600" aria-live="polite">
      {t('accounts.count', { count: matching.count })}
    </Typography>
  );
};
