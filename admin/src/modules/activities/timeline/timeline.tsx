import { useMemo } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { ErrorState } from '../../../shared/error-state';
import { MoreButton } from '../../../shared/more-button';
import { Skeleton } from '../../../shared/skeleton';
import { useTranslate, type TranslationId } from '../../../shared/translate';
import { useActivityTypes } from '../api';
import { DaySection } from './day-section';
import { groupTimeline, type ShownActivity } from './group-timeline';

interface TimelineProps {
  /** Undefined until they are there. */
  activities: ShownActivity[] | undefined;
  isFiltered: boolean;
  /** What is said where nothing has happened at all. */
  empty: TranslationId;
  error: Error | null;
  refetch: () => Promise<unknown>;
  hasNextPage: boolean;
  fetchNextPage: () => Promise<unknown>;
  isFetchingNextPage: boolean;
}

export const Timeline = ({ activities, isFiltered, empty, ...query }: TimelineProps) => {
  const { error, refetch } = query;
  const t = useTranslate();
  const { data: types } = useActivityTypes();
  const days = useMemo(() => groupTimeline(activities ?? []), [activities]);
  const typesByName = useMemo(() => new Map(types?.map((type) => [type.name, type])), [types]);
  if (error && !activities) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!activities) return <TimelineSkeleton />;
  if (days.length === 0) {
    return (
      <Typography textColor="neutral600">{t(isFiltered ? 'timeline.noMatch' : empty)}</Typography>
    );
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      {days.map((day) => (
        <DaySection key={day.day} day={day} types={typesByName} />
      ))}
      <MoreButton {...query} />
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
