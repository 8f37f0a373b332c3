import { useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import type {
  GroupAccountView,
  GroupView,
} from '../../../../../server/src/modules/groups/contract';
import { DataTable } from '../../../shared/data-table';
import type { Column } from '../../../shared/data-table-column';
import { ErrorState } from '../../../shared/error-state';
import { EmptyList } from '../../../shared/list/empty-list';
import { RowLink } from '../../../shared/list/row-link';
import { NameText } from '../../../shared/name-text';
import { accountPath } from '../../../shared/paths';
import { useCan } from '../../../shared/permissions';
import { useTranslate } from '../../../shared/translate';
import { useGroupAccounts } from '../api';
import { Pager } from '../pager';
import { AddDialog } from './add-dialog';
import { useRemoveAccount } from './use-remove-account';

export const AccountsTab = ({ group }: { group: GroupView }) => {
  const t = useTranslate();
  const canWrite = useCan('groups.write');
  const [cursor, setCursor] = useState<string>();
  const [isAdding, setAdding] = useState(false);
  const { data, error, refetch, isPlaceholderData } = useGroupAccounts(group.documentId, {
    cursor,
  });
  const columns = useColumns(group);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <>
      {canWrite && (
        <Flex justifyContent="flex-end" paddingBottom={4}>
          <Button startIcon={<Plus />} onClick={() => setAdding(true)}>
            {t('groups.addAccounts')}
          </Button>
        </Flex>
      )}
      {data?.data.length === 0 ? (
        <EmptyList title={t('groups.noAccounts')} hint={t('groups.noAccountsHint')} />
      ) : (
        <DataTable
          label={t('groups.accounts')}
          columns={columns}
          rows={data?.data}
          keyOf={({ documentId }) => documentId}
          skeletonRows={3}
          isStale={isPlaceholderData}
        />
      )}
      <Pager meta={data?.meta} onMove={setCursor} />
      {isAdding && <AddDialog group={group} of="accounts" onClose={() => setAdding(false)} />}
    </>
  );
};

const useColumns = (group: GroupView): Column<GroupAccountView>[] => {
  const t = useTranslate();
  const canWrite = useCan('groups.write');
  const { remove, isPending } = useRemoveAccount();
  const name: Column<GroupAccountView> = {
    id: 'name',
    label: t('groups.name'),
    width: 30,
    cell: (account) => (
      <RowLink to={accountPath(account.documentId)} title={account.name}>
        <NameText>{account.name}</NameText>
      </RowLink>
    ),
  };
  if (!canWrite) return [name];
  return [
    name,
    {
      id: 'actions',
      label: t('common.actions'),
      width: 14,
      align: 'end',
      cell: (account) => (
        <Button
          size="S"
          variant="tertiary"
          disabled={isPending}
          aria-label={t('groups.removeNamed', { name: account.name })}
          onClick={() => void remove({ group: group.documentId, account: account.documentId })}
        >
          {t('groups.remove')}
        </Button>
      ),
    },
  ];
};
