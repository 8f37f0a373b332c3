import type { ReactNode } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { Skeleton } from './skeleton';

/** A word and its figure, in a `dl`; a skeleton until it is known. */
export const GlanceFact = ({ label, children }: { label: string; children: ReactNode }) => (
  <Flex justifyContent="space-between" gap={4} alignItems="baseline">
    <Typography textColor="neutral600" tag="dt">
      {label}
    </Typography>
    <Typography
      tag="dd"
      fontWeight="semiBold"
      textAlign="end"
      style={{ overflowWrap: 'anywhere', fontVariantNumeric: 'tabular-nums' }}
    >
      {children ?? <Skeleton $width="4rem" />}
    </Typography>
  </Flex>
);
