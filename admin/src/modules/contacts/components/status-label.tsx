import { Box } from '@strapi/design-system';
import type { StatusView } from '../../../../../server/src/modules/contacts/contract';
import { StatusDot } from '../../../shared/status-dot';
import { toneOf } from './status-tone';

/** A site's own label in the colour an editor gave it. */
export const StatusLabel = ({ status }: { status: Pick<StatusView, 'displayName' | 'color'> }) => (
  <Box
    tag="span"
    display="inline-flex"
    maxWidth="100%"
    paddingLeft={2}
    paddingRight={2}
    hasRadius
    background="neutral100"
    borderColor="neutral200"
    title={status.displayName}
  >
    <StatusDot tone={toneOf(status.color)}>{status.displayName}</StatusDot>
  </Box>
);
