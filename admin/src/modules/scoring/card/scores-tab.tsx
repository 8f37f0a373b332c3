import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type {
  AwardView,
  ContactScoreView,
} from '../../../../../server/src/modules/scoring/contract';
import type { CardSlotProps } from '../../../shared/admin-module';
import { DataTable } from '../../../shared/data-table';
import type { Column } from '../../../shared/data-table-column';
import { ErrorState } from '../../../shared/error-state';
import { Panel } from '../../../shared/panel';
import { RelativeTime } from '../../../shared/relative-time';
import { Skeleton } from '../../../shared/skeleton';
import { useTranslate } from '../../../shared/translate';
import { useScoresOfContact } from '../api';
import { PointsText } from '../points-text';

/** What a contact has in every score, with each award that the total is the sum of. */
const ScoresTab = ({ documentId }: CardSlotProps) => {
  const t = useTranslate();
  const { data: scores, error, refetch } = useScoresOfContact(documentId);
  if (error && !scores) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!scores) return <Skeleton $height="16rem" />;
  if (scores.length === 0) {
    return (
      <Panel title={t('scores.title')}>
        <Typography textColor="neutral600">{t('scores.ofContactEmpty')}</Typography>
      </Panel>
    );
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {scores.map((score) => (
        <ScorePanel key={score.score.documentId} {...score} />
      ))}
    </Flex>
  );
};

const ScorePanel = ({ score, total, computedAt, awards, hasMore }: ContactScoreView) => {
  const t = useTranslate();
  const intl = useIntl();
  const columns = useColumns();
  return (
    <Panel
      title={score.displayName}
      actions={
        <Typography variant="delta" tag="p">
          {t('scores.total', { total: intl.formatNumber(total), count: total })}
        </Typography>
      }
    >
      {awards.length === 0 ? (
        <Typography textColor="neutral600">{t('scores.noAwards')}</Typography>
      ) : (
        <DataTable
          label={t('scores.awardsOf', { name: score.displayName })}
          columns={columns}
          rows={awards}
          keyOf={({ rule, activity, awardedAt }) => `${rule.id} ${activity?.eventId ?? awardedAt}`}
          skeletonRows={0}
        />
      )}
      {hasMore && (
        <Box paddingTop={3}>
          <Typography textColor="neutral600">
            {t('scores.moreAwards', { count: awards.length })}
          </Typography>
        </Box>
      )}
      {computedAt && (
        <Box paddingTop={3}>
          <Typography variant="pi" textColor="neutral600">
            {t('scores.computedAt')} <RelativeTime at={computedAt} />
          </Typography>
        </Box>
      )}
    </Panel>
  );
};

const useColumns = (): Column<AwardView>[] => {
  const t = useTranslate();
  return [
    {
      id: 'reason',
      label: t('scores.reason'),
      width: 30,
      cell: ({ reason }) => (
        <Typography ellipsis title={reason}>
          {reason}
        </Typography>
      ),
    },
    {
      id: 'awardedAt',
      label: t('scores.when'),
      width: 14,
      cell: ({ awardedAt }) => <RelativeTime at={awardedAt} />,
    },
    {
      id: 'points',
      label: t('scores.pointsNow'),
      width: 12,
      align: 'end',
      cell: ({ pointsNow }) => <PointsText points={pointsNow} />,
    },
    { id: 'ends', label: t('scores.ends'), width: 22, cell: (award) => <Ending {...award} /> },
  ];
};

const Ending = ({ expiresAt, halfLifeDays, points }: AwardView) => {
  const t = useTranslate();
  const decaying =
    halfLifeDays === null ? '' : t('scores.decaying', { points, count: halfLifeDays });
  return (
    <Typography textColor="neutral600" ellipsis {...(decaying && { title: decaying })}>
      {expiresAt && <RelativeTime at={expiresAt} />}
      {expiresAt && decaying && ' · '}
      {decaying}
      {!expiresAt && halfLifeDays === null && t('scores.ending.never')}
    </Typography>
  );
};

export default ScoresTab;
