import type { ReactNode } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';

interface PanelProps {
  title?: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** A white card with a heading, as Strapi's edit views have. */
export const Panel = ({ title, actions, children }: PanelProps) => (
  <Box
    tag="section"
    aria-label={title}
    background="neutral0"
    hasRadius
    borderColor="neutral150"
    shadow="tableShadow"
    padding={5}
  >
    {(title || actions) && (
      <Flex justifyContent="space-between" gap={4} wrap="wrap" paddingBottom={4}>
        {title && (
          <Typography variant="delta" tag="h2">
            {title}
          </Typography>
        )}
        {actions}
      </Flex>
    )}
    {children}
  </Box>
);
