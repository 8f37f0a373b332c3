import type { ReactNode } from 'react';
import { Flex, Typography } from '@strapi/design-system';

/** Inputs that read as one line, and wrap where there is no room for that. */
export const Line = ({ children }: { children: ReactNode }) => (
  <Flex gap={2} wrap="wrap" minWidth={0}>
    {children}
  </Flex>
);

/** A word between inputs. */
export const Word = ({ children }: { children: ReactNode }) => (
  <Typography textColor="neutral600" tag="span">
    {children}
  </Typography>
);
