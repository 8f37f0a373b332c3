import { lazy, Suspense, useState } from 'react';
import { Box, TextButton, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { GroupSizes, GroupView } from '../../../../../server/src/modules/groups/contract';
import { DataTable } from '../../../shared/data-table';
import type { Column } from '../../../shared/data-table-column';
import { ErrorState } from '../../../shared/error-state';
import { Panel } from '../../../shared/panel';
import { Skeleton } from '../../../shared/skeleton';
import { useTranslate } from '../../../shared/translate';
import { useSizes } from './api';

const DAYS = 90;
const SizeChart = lazy(() => import('./size-chart'));

/** The group's size day by day: a small chart, with a table behind it. */
export const Sizes = ({ group }: { group: Pick<GroupView, 'documentId' | 'createdAt'> }) => {
  const t = useTranslate();
  const [isTable, setTable] = useState(false);
  const { data, error, refetch } = useSizes(group.documentId, DAYS);
  const days = data && since(group.createdAt.slice(0, DAY_LENGTH), data);
  if (error && !days) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <Panel
      title={t('groups.sizes')}
      actions={
        <TextButton aria-expanded={isTable} onClick={() => setTable(!isTable)}>
          {t(isTable ? 'groups.sizesTableHide' : 'groups.sizesTable')}
        </TextButton>
      }
    >
      <Box height="16rem">
        {days ? (
          <Suspense fallback={<Skeleton $height="16rem" />}>
            <SizeChart days={days} />
          </Suspense>
        ) : (
          <Skeleton $height="16rem" />
        )}
      </Box>
      <Typography variant="pi" textColor="neutral600">
        {t('groups.sizesUnit', { days: days?.length ?? DAYS })}
      </Typography>
      {isTable && days && <SizeTable days={days} />}
    </Panel>
  );
};

type Day = GroupSizes['days'][number];

const DAY_LENGTH = 'YYYY-MM-DD'.length;

/** Before it was made it had no size. */
const since = (created: string, days: Day[]): Day[] => days.filter(({ day }) => day >= created);

const SizeTable = ({ days }: GroupSizes) => {
  const t = useTranslate();
  const intl = useIntl();
  const number = (id: 'size' | 'entered' | 'left', label: string): Column<Day> => ({
    ...{ id, label, width: 10, align: 'end' },
    cell: (day) => intl.formatNumber(day[id]),
  });
  const columns: Column<Day>[] = [
    {
      id: 'day',
      label: t('groups.day'),
      width: 14,
      cell: ({ day }) => intl.formatDate(day, { dateStyle: 'medium', timeZone: 'UTC' }),
    },
    number('size', t('groups.size')),
    number('entered', t('groups.entered')),
    number('left', t('groups.left')),
  ];
  return (
    <Box paddingTop={4} maxHeight="32rem" overflow="auto">
      <DataTable
        label={t('groups.sizes')}
        columns={columns}
        rows={[...days].reverse()}
        keyOf={({ day }) => day}
        skeletonRows={1}
      />
    </Box>
  );
};
