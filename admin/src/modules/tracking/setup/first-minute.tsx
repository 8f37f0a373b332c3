import { useEffect } from 'react';
import { Box } from '@strapi/design-system';
import { useQueryClient } from '@tanstack/react-query';
import { useEdition } from '../../../shared/edition';
import { useCan } from '../../../shared/permissions';
import { useSetup } from '../api';
import { ReceivedCheck } from './received-check';
import { ScriptTag } from './script-tag';

/** Before the first visit: the tag to paste, and a line that changes by itself once a visit came. */
const FirstMinute = () => {
  const edition = useEdition();
  const canSee = useCan('settings.read');
  if (edition !== 'ems' || !canSee) return null;
  return <WaitForVisit />;
};

const WaitForVisit = () => {
  const queryClient = useQueryClient();
  const { data: setup } = useSetup({ isWaiting: true });
  const hasReceived = Boolean(setup?.lastEvent);
  useEffect(() => {
    if (hasReceived) void queryClient.invalidateQueries({ queryKey: ['contacts'] });
  }, [hasReceived, queryClient]);
  if (!setup) return null;
  return (
    <Box width="72rem" maxWidth="100%">
      <ScriptTag tag={setup.scriptTag} />
      <Box paddingTop={4}>
        <ReceivedCheck lastEvent={setup.lastEvent} />
      </Box>
    </Box>
  );
};

export default FirstMinute;
