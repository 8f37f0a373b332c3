import { lazy, Suspense, useState } from 'react';
import { Box, TextButton, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type {
  Distribution,
  DistributionBar,
} from '../../../../../server/src/modules/scoring/contract';
import { DataTable } from '../../../shared/data-table';
import type { Column } from '../../../shared/data-table-column';
import { ErrorState } from '../../../shared/error-state';
import { Panel } from '../../../shared/panel';
import { Skeleton } from '../../../shared/skeleton';
import { useTranslate } from '../../../shared/translate';
import { useDistribution } from '../api';

const DistributionChart = lazy(() => import('./distribution-chart'));

const HEIGHT = '18rem';

/** How many contacts have how many points, as bars and as the table behind them. */
export const DistributionPanel = ({ documentId }: { documentId: string }) => {
  const t = useTranslate();
  const intl = useIntl();
  const [isTable, setTable] = useState(false);
  const { data, error, refetch } = useDistribution(documentId);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <Panel
      title={t('scores.distribution')}
      actions={
        <TextButton aria-expanded={isTable} onClick={() => setTable(!isTable)}>
          {t(isTable ? 'scores.tableHide' : 'scores.asTable')}
        </TextButton>
      }
    >
      {data && (
        <Typography tag="p" textColor="neutral600" paddingBottom={3}>
          {t('scores.distributionLine', {
            count: data.contacts,
            average: intl.formatNumber(data.average ?? 0),
            highest: intl.formatNumber(data.highest ?? 0),
          })}
        </Typography>
      )}
      <Box height={HEIGHT}>
        <Suspense fallback={<Skeleton $height={HEIGHT} />}>
          {data ? <DistributionChart bars={data.bars} /> : <Skeleton $height={HEIGHT} />}
        </Suspense>
      </Box>
      <Typography variant="pi" textColor="neutral600">
        {t('scores.distributionUnit')}
      </Typography>
      {isTable && data && <Behind {...data} />}
    </Panel>
  );
};

const Behind = ({ bars }: Pick<Distribution, 'bars'>) => {
  const t = useTranslate();
  const intl = useIntl();
  const columns: Column<DistributionBar>[] = [
    {
      id: 'range',
      label: t('scores.points'),
      width: 20,
      cell: ({ from, to }) =>
        t('scores.range', { from: intl.formatNumber(from), to: intl.formatNumber(to) }),
    },
    {
      id: 'contacts',
      label: t('scores.contacts'),
      width: 20,
      align: 'end',
      cell: ({ contacts }) => intl.formatNumber(contacts),
    },
  ];
  return (
    <Box paddingTop={4}>
      <DataTable
        label={t('scores.distribution')}
        columns={columns}
        rows={bars}
        keyOf={({ from }) => String(from)}
        skeletonRows={0}
      />
    </Box>
  );
};
