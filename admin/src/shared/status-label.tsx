import { Box, Typography } from '@strapi/design-system';
import { useTheme } from 'styled-components';
import type { StatusView } from '../../../server/src/modules/contacts/contract';
import { labelColors } from './label-colors';

/** A site's own label in the colour an editor gave it. */
export const StatusLabel = ({ status }: { status: Pick<StatusView, 'displayName' | 'color'> }) => {
  const { colors } = useTheme();
  const own = labelColors(status.color, { surface: colors.neutral0, ink: colors.neutral800 });
  return (
    <Box
      tag="span"
      display="inline-flex"
      maxWidth="100%"
      paddingLeft={2}
      paddingRight={2}
      hasRadius
      background="neutral100"
      borderColor="neutral200"
      style={own ? { background: own.background, borderColor: own.border } : undefined}
      title={status.displayName}
    >
      <Typography
        ellipsis
        tag="span"
        dir="auto"
        textColor="neutral800"
        style={own ? { color: own.text } : undefined}
      >
        {status.displayName}
      </Typography>
    </Box>
  );
};
