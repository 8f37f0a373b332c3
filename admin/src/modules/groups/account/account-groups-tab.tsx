import { useState } from 'react';
import { Button, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import type { GroupView } from '../../../../../server/src/modules/groups/contract';
import type { CardSlotProps } from '../../../shared/admin-module';
import { DataTable } from '../../../shared/data-table';
import type { Column } from '../../../shared/data-table-column';
import { ErrorState } from '../../../shared/error-state';
import { Panel } from '../../../shared/panel';
import { useCan } from '../../../shared/permissions';
import { useTranslate } from '../../../shared/translate';
import { useGroupsOfAccount } from '../api';
import { JoinDialog } from '../card/join-dialog';
import { useGroupColumns } from '../group-columns';
import { useRemoveAccount } from '../page/use-remove-account';
import { Pager } from '../pager';

const SKELETON_ROWS = 3;
/** What stands in a table beside other panels. */
const SHOWN = new Set(['displayName', 'name', 'size']);

/** The groups of which everybody in the account is a member. */
const AccountGroupsTab = ({ documentId }: CardSlotProps) => {
  const t = useTranslate();
  const canWrite = useCan('groups.write');
  const [cursor, setCursor] = useState<string>();
  const [isJoining, setJoining] = useState(false);
  const { data, error, refetch, isPlaceholderData } = useGroupsOfAccount(documentId, { cursor });
  const columns = useColumns(documentId);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const join = canWrite && (
    <Button size="S" startIcon={<Plus />} onClick={() => setJoining(true)}>
      {t('groups.joinGroup')}
    </Button>
  );
  return (
    <Panel title={t('groups.title')} actions={join}>
      {data?.data.length === 0 ? (
        <Typography textColor="neutral600">{t('groups.ofAccountEmpty')}</Typography>
      ) : (
        <DataTable
          label={t('groups.title')}
          columns={columns}
          rows={data?.data}
          keyOf={(group) => group.documentId}
          skeletonRows={SKELETON_ROWS}
          isStale={isPlaceholderData}
        />
      )}
      <Pager meta={data?.meta} onMove={setCursor} />
      {isJoining && (
        <JoinDialog
          who={{ accounts: [documentId] }}
          without={(data?.data ?? []).map((group) => group.documentId)}
          onClose={() => setJoining(false)}
        />
      )}
    </Panel>
  );
};

const useColumns = (account: string): Column<GroupView>[] => {
  const t = useTranslate();
  const canWrite = useCan('groups.write');
  const { remove, isPending } = useRemoveAccount();
  const told = useGroupColumns().filter(({ id }) => SHOWN.has(id));
  if (!canWrite) return told;
  const actions: Column<GroupView> = {
    id: 'actions',
    label: t('common.actions'),
    width: 12,
    align: 'end',
    cell: ({ documentId, displayName }) => (
      <Button
        size="S"
        variant="tertiary"
        disabled={isPending}
        aria-label={t('groups.removeNamed', { name: displayName })}
        onClick={() => void remove({ group: documentId, account })}
      >
        {t('groups.remove')}
      </Button>
    ),
  };
  return [...told, actions];
};

export default AccountGroupsTab;
