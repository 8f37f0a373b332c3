import type { ReactNode } from 'react';
import { Typography } from '@strapi/design-system';

/**
 * A name in its own direction where it is: a block of the other direction would stand at the other end
 * of its column, and without one the wrong end of a long name would be cut.
 */
export const NameText = ({ children, isQuiet }: { children: ReactNode; isQuiet?: boolean }) => (
  <Typography
    ellipsis
    dir="auto"
    fontWeight={isQuiet ? 'regular' : 'semiBold'}
    textColor={isQuiet ? 'neutral600' : 'neutral800'}
    style={{ display: 'inline-block', maxWidth: '100%', verticalAlign: 'bottom' }}
  >
    {children}
  </Typography>
);
