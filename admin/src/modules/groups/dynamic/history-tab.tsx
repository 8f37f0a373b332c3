import { useState } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type {
  GroupHistoryEntry,
  GroupView,
} from '../../../../../server/src/modules/groups/contract';
import { DataTable } from '../../../shared/data-table';
import type { Column } from '../../../shared/data-table-column';
import { ErrorState } from '../../../shared/error-state';
import { EmptyList } from '../../../shared/list/empty-list';
import { RowLink } from '../../../shared/list/row-link';
import { NameText } from '../../../shared/name-text';
import { contactPath } from '../../../shared/paths';
import { RelativeTime } from '../../../shared/relative-time';
import { StatusDot } from '../../../shared/status-dot';
import { useTranslate } from '../../../shared/translate';
import { Pager } from '../pager';
import { useHistory } from './api';
import { Sizes } from './sizes';

const SKELETON_ROWS = 6;

/** How large the group was, and who entered and left, when and why. */
const HistoryTab = ({ group }: { group: GroupView }) => {
  const t = useTranslate();
  const { locale } = useIntl();
  const [cursor, setCursor] = useState<string>();
  const columns = useColumns();
  const { data, error, refetch, isPlaceholderData } = useHistory(group.documentId, {
    cursor,
    language: locale,
  });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Sizes group={group} />
      {data?.data.length === 0 ? (
        <EmptyList title={t('groups.historyEmpty')} hint={t('groups.historyEmptyHint')} />
      ) : (
        <Box>
          <DataTable
            label={t('groups.history')}
            columns={columns}
            rows={data?.data}
            keyOf={({ id }) => id}
            skeletonRows={SKELETON_ROWS}
            isStale={isPlaceholderData}
          />
          <Pager meta={data?.meta} onMove={setCursor} />
        </Box>
      )}
    </Flex>
  );
};

const useColumns = (): Column<GroupHistoryEntry>[] => {
  const t = useTranslate();
  return [
    {
      id: 'event',
      label: t('groups.event'),
      width: 12,
      cell: ({ event }) => (
        <StatusDot tone={event === 'entered' ? 'success500' : 'neutral500'}>
          {t(`groups.event.${event}`)}
        </StatusDot>
      ),
    },
    {
      id: 'contact',
      label: t('groups.contact'),
      width: 20,
      cell: ({ contact }) => (
        <RowLink to={contactPath(contact.documentId)} title={contact.displayName}>
          <NameText>{contact.displayName}</NameText>
        </RowLink>
      ),
    },
    {
      id: 'because',
      label: t('groups.because'),
      width: 30,
      cell: ({ because }) => (
        <Typography ellipsis title={because}>
          {because}
        </Typography>
      ),
    },
    {
      id: 'at',
      label: t('groups.when'),
      width: 14,
      cell: ({ at }) => <RelativeTime at={at} />,
    },
  ];
};

export default HistoryTab;
