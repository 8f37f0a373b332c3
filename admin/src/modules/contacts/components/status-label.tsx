import { Box } from '@strapi/design-system';
import { StatusDot } from '../../../shared/status-dot';
import type { StatusView } from '../wire';
import { toneOf } from './status-tone';

/** A site's own label in the colour an editor gave it. */
export const StatusLabel = ({ status }: { status: StatusView }) => (
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
