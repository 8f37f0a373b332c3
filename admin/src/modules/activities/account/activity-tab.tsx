import { useMemo } from 'react';
import { Flex } from '@strapi/design-system';
import type { CardSlotProps } from '../../../shared/admin-module';
import { Panel } from '../../../shared/panel';
import { SubsidiariesSwitch, useWithSubsidiaries } from '../../accounts';
import { Timeline } from '../timeline/timeline';
import { TimelineFilters } from '../timeline/timeline-filters';
import { useTimelineFilter } from '../timeline/use-timeline-filter';
import { useAccountTimeline } from './api';

/** What everybody in the account did, each line with who it was. */
const ActivityTab = ({ documentId }: CardSlotProps) => {
  const { filter, query, setFilter, isFiltered } = useTimelineFilter();
  const { subsidiaries } = useWithSubsidiaries();
  const { data, ...rest } = useAccountTimeline(documentId, { ...query, subsidiaries });
  const activities = useMemo(
    // Visits of several people interleave: by themselves they would tell nothing.
    () => data?.pages.flatMap((page) => page.data).map((one) => ({ ...one, sessionId: null })),
    [data]
  );
  return (
    <Panel>
      <Flex justifyContent="space-between" gap={4} wrap="wrap" paddingBottom={4}>
        <TimelineFilters filter={filter} onChange={setFilter} />
        <SubsidiariesSwitch />
      </Flex>
      <Timeline
        activities={activities}
        isFiltered={isFiltered}
        empty="accountActivity.empty"
        {...rest}
      />
    </Panel>
  );
};

export default ActivityTab;
