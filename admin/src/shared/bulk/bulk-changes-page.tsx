import { useState } from 'react';
import { Flex, TextButton, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { BulkBatchView } from '../../../../server/src/platform/bulk/contract';
import type { AdminModule } from '../admin-module';
import { useOffered } from '../admin-modules-context';
import { DataTable } from '../data-table';
import type { Column } from '../data-table-column';
import { ErrorState } from '../error-state';
import { PageFrame } from '../page-frame';
import { useMay, type PermissionUid } from '../permissions';
import { RelativeTime } from '../relative-time';
import { useTranslate, type Translate } from '../translate';
import { useBulkBatches } from './api';
import type { BulkActionView } from './bulk-action-view';
import { useUndoBulk } from './use-undo';

const SKELETON_ROWS = 6;
const actionsOf = (module: AdminModule) => module.bulkActions;
const keyOf = ({ id }: BulkBatchView) => id;

/** Who changed how many of what at once, and the way back. */
const BulkChangesPage = () => {
  const t = useTranslate();
  const [cursors, setCursors] = useState<(string | null)[]>([null]);
  const { data, error, refetch, isPlaceholderData } = useBulkBatches(cursors.at(-1) ?? null);
  const columns = useColumns();
  const next = data?.meta.nextCursor ?? null;
  return (
    <PageFrame title={t('changes.title')} subtitle={t('changes.subtitle')}>
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data?.data.length === 0 ? (
        <Empty />
      ) : (
        <DataTable
          label={t('changes.title')}
          columns={columns}
          rows={data?.data}
          keyOf={keyOf}
          skeletonRows={SKELETON_ROWS}
          isStale={isPlaceholderData}
        />
      )}
      <Flex gap={4} paddingTop={4}>
        {cursors.length > 1 && (
          <TextButton onClick={() => setCursors(cursors.slice(0, -1))}>
            {t('changes.newer')}
          </TextButton>
        )}
        {next && (
          <TextButton onClick={() => setCursors([...cursors, next])}>
            {t('changes.older')}
          </TextButton>
        )}
      </Flex>
    </PageFrame>
  );
};

const Empty = () => {
  const t = useTranslate();
  return (
    <Flex direction="column" gap={2} padding={10} background="neutral0" hasRadius>
      <Typography variant="delta" tag="h2">
        {t('changes.empty')}
      </Typography>
      <Typography textColor="neutral600" textAlign="center">
        {t('changes.emptyHint')}
      </Typography>
    </Flex>
  );
};

const useColumns = (): Column<BulkBatchView>[] => {
  const t = useTranslate();
  const intl = useIntl();
  const { items } = useOffered(actionsOf);
  const text = (id: string, width: number, cell: Column<BulkBatchView>['cell']) => ({
    ...{ id, width, cell },
    label: t(`changes.${id as 'what' | 'state' | 'who'}`),
  });
  return [
    text('what', 24, (batch) => <Text>{whatOf(batch, items, t)}</Text>),
    {
      id: 'count',
      label: t('changes.count'),
      width: 10,
      align: 'end',
      cell: ({ changed }) => intl.formatNumber(changed),
    },
    text('state', 26, (batch) => <Text isQuiet>{stateOf(batch, t)}</Text>),
    text('who', 16, ({ createdBy }) => <Text>{createdBy?.name ?? '–'}</Text>),
    {
      id: 'when',
      label: t('changes.when'),
      width: 14,
      cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
    },
    {
      id: 'undo',
      label: t('common.undo'),
      width: 10,
      cell: (batch) => <Undo batch={batch} actions={items} />,
    },
  ];
};

/** Never cut without saying what it is. */
const Text = ({ children, isQuiet }: { children: string; isQuiet?: boolean }) => (
  <Typography ellipsis title={children} textColor={isQuiet ? 'neutral600' : undefined}>
    {children}
  </Typography>
);

interface UndoProps {
  batch: BulkBatchView;
  actions: BulkActionView[];
}

/** For whoever may do what was done. */
const Undo = ({ batch, actions }: UndoProps) => {
  const t = useTranslate();
  const may = useMay();
  const { undo, isStarting } = useUndoBulk();
  const needed: readonly PermissionUid[] | undefined = actionOf(batch, actions)?.permissions;
  if (!batch.canUndo || !needed?.every(may)) return null;
  return (
    <TextButton
      loading={isStarting}
      aria-label={t('changes.undo', { what: whatOf(batch, actions, t) })}
      onClick={() => void undo(batch.id)}
    >
      {t('common.undo')}
    </TextButton>
  );
};

const actionOf = ({ subject, action }: BulkBatchView, actions: BulkActionView[]) =>
  actions.find((one) => one.subject === subject && one.action === action);

const whatOf = (batch: BulkBatchView, actions: BulkActionView[], t: Translate): string =>
  actionOf(batch, actions)?.tell(t, batch) ?? batch.action;

const stateOf = ({ state, restored, skipped }: BulkBatchView, t: Translate): string => {
  if (restored + skipped === 0) return t(`changes.state.${state}`);
  return t('changes.restored', { restored, skipped });
};

export default BulkChangesPage;
