import type { ReactNode } from 'react';
import { Flex } from '@strapi/design-system';

/** Lines of inputs below each other. */
export const Stack = ({ children }: { children: ReactNode }) => (
  <Flex direction="column" alignItems="flex-start" gap={2} minWidth={0}>
    {children}
  </Flex>
);
