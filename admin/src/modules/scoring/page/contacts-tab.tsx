import { useState } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { ScoredContact, ScoreView } from '../../../../../server/src/modules/scoring/contract';
import { DataTable } from '../../../shared/data-table';
import type { Column } from '../../../shared/data-table-column';
import { ErrorState } from '../../../shared/error-state';
import { EmptyList } from '../../../shared/list/empty-list';
import type { ListPlace } from '../../../shared/list/list-address';
import { ListFooter } from '../../../shared/list/list-footer';
import { RowLink } from '../../../shared/list/row-link';
import { NameText } from '../../../shared/name-text';
import { contactPath } from '../../../shared/paths';
import { useTranslate } from '../../../shared/translate';
import { useTopContacts } from '../api';
import { DistributionPanel } from './distribution-panel';

const SKELETON_ROWS = 8;

const FIRST: ListPlace = {
  sort: { field: 'total', direction: 'desc' },
  pageSize: 20,
  cursor: null,
  columns: null,
  view: null,
};

/** Who has how many points: all of them as bars, and by name who has the most. */
export const ContactsTab = ({ score }: { score: ScoreView }) => {
  const t = useTranslate();
  const [place, setPlace] = useState(FIRST);
  const columns = useColumns();
  const { pageSize, cursor } = place;
  const { data, error, refetch, isPlaceholderData } = useTopContacts(score.documentId, {
    pageSize,
    cursor,
  });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data?.data.length === 0 && !cursor) {
    return <EmptyList title={t('scores.nobody')} hint={t('scores.nobodyHint')} />;
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <DistributionPanel documentId={score.documentId} />
      <div>
        <DataTable
          label={t('scores.topContacts')}
          columns={columns}
          rows={data?.data}
          keyOf={({ contact }) => contact.documentId}
          skeletonRows={SKELETON_ROWS}
          isStale={isPlaceholderData}
        />
        <ListFooter state={place} onChange={setPlace} pages={data?.meta} count={null} />
      </div>
    </Flex>
  );
};

const useColumns = (): Column<ScoredContact>[] => {
  const t = useTranslate();
  const intl = useIntl();
  return [
    {
      id: 'contact',
      label: t('scores.contact'),
      width: 26,
      cell: ({ contact: { documentId, displayName } }) => (
        <RowLink to={contactPath(documentId, 'scores')} title={displayName}>
          <NameText>{displayName}</NameText>
        </RowLink>
      ),
    },
    {
      id: 'email',
      label: t('field.email'),
      width: 26,
      cell: ({ contact: { email } }) => (
        <Typography ellipsis title={email ?? undefined}>
          {email ?? '–'}
        </Typography>
      ),
    },
    {
      id: 'total',
      label: t('scores.points'),
      width: 12,
      align: 'end',
      cell: ({ total }) => intl.formatNumber(total),
    },
  ];
};
