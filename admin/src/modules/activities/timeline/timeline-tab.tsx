import { useMemo } from 'react';
import { Flex } from '@strapi/design-system';
import type { CardSlotProps } from '../../../shared/admin-module';
import { Panel } from '../../../shared/panel';
import { useTimeline } from '../api';
import { Sparkline } from './sparkline';
import { Timeline } from './timeline';
import { TimelineFilters } from './timeline-filters';
import { useTimelineFilter } from './use-timeline-filter';

const TimelineTab = ({ documentId }: CardSlotProps) => {
  const { filter, query, setFilter, isFiltered } = useTimelineFilter();
  const { data, ...rest } = useTimeline(documentId, query);
  const activities = useMemo(() => data?.pages.flatMap((page) => page.data), [data]);
  return (
    <Panel>
      <Flex justifyContent="space-between" gap={4} wrap="wrap" paddingBottom={4}>
        <TimelineFilters filter={filter} onChange={setFilter} />
        <Sparkline documentId={documentId} />
      </Flex>
      <Timeline activities={activities} isFiltered={isFiltered} empty="timeline.empty" {...rest} />
    </Panel>
  );
};

export default TimelineTab;
