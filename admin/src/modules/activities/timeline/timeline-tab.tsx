import { useMemo } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import type { CardSlotProps } from '../../../shared/admin-module';
import { ErrorState } from '../../../shared/error-state';
import { Panel } from '../../../shared/panel';
import { Skeleton } from '../../../shared/skeleton';
import { useTranslate } from '../../../shared/translate';
import { useActivityTypes, useTimeline } from '../api';
import { DaySection } from './day-section';
import { groupTimeline } from './group-timeline';
import { Sparkline } from './sparkline';
import { TimelineFilters } from './timeline-filters';
import { useTimelineFilter } from './use-timeline-filter';

const TimelineTab = ({ documentId }: CardSlotProps) => {
  const { filter, query, setFilter, isFiltered } = useTimelineFilter();
  return (
    <Panel>
      <Flex justifyContent="space-between" gap={4} wrap="wrap" paddingBottom={4}>
        <TimelineFilters filter={filter} onChange={setFilter} />
        <Sparkline documentId={documentId} />
      </Flex>
      <Timeline documentId={documentId} query={query} isFiltered={isFiltered} />
    </Panel>
  );
};

interface TimelineProps {
  documentId: string;
  query: ReturnType<typeof useTimelineFilter>['query'];
  isFiltered: boolean;
}

const Timeline = ({ documentId, query, isFiltered }: TimelineProps) => {
  const t = useTranslate();
  const { data: types } = useActivityTypes();
  const timeline = useTimeline(documentId, query);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = timeline;
  const days = useMemo(() => groupTimeline(data?.pages.flatMap((page) => page.data) ?? []), [data]);
  const typesByName = useMemo(() => new Map(types?.map((type) => [type.name, type])), [types]);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <TimelineSkeleton />;
  if (days.length === 0) {
    return (
      <Typography textColor="neutral600">
        {t(isFiltered ? 'timeline.noMatch' : 'timeline.empty')}
      </Typography>
    );
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      {days.map((day) => (
        <DaySection key={day.day} day={day} types={typesByName} />
      ))}
      {hasNextPage && (
        <Flex justifyContent="center">
          <Button
            variant="tertiary"
            loading={isFetchingNextPage}
            onClick={() => void fetchNextPage()}
          >
            {t('timeline.more')}
          </Button>
        </Flex>
      )}
    </Flex>
  );
};

const TimelineSkeleton = () => (
  <Flex direction="column" alignItems="stretch" gap={4} aria-busy>
    {['60%', '45%', '70%', '50%', '65%', '40%'].map((width) => (
      <Skeleton key={width} $width={width} $height="2rem" />
    ))}
  </Flex>
);

export default TimelineTab;
