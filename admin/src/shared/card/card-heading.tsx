import type { ReactNode } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';

interface CardHeadingProps {
  avatar: ReactNode;
  name: string;
  /** What changes where it stands. */
  choices: ReactNode;
  /** What can be done with it as a whole. */
  menu: ReactNode;
  /** Below the name: who this is. */
  children: ReactNode;
}

/** From here on a name would fill the page. */
const LONG_NAME = 40;

/** Who this is, on top of a card. */
export const CardHeading = ({ avatar, name, choices, menu, children }: CardHeadingProps) => (
  <Flex gap={4} paddingTop={3} paddingBottom={4} alignItems="flex-start">
    {avatar}
    <Box flex="1" minWidth={0}>
      <Flex gap={4} justifyContent="space-between" alignItems="flex-start">
        <Flex gap={4} wrap="wrap" minWidth={0}>
          <CardName>{name}</CardName>
          <Flex gap={1} wrap="wrap" style={{ marginInlineStart: BUTTON_SIDE }}>
            {choices}
          </Flex>
        </Flex>
        {menu}
      </Flex>
      <Flex justifyContent="space-between" wrap="wrap" paddingTop={1} style={{ columnGap: GAP }}>
        {children}
      </Flex>
    </Box>
  </Flex>
);

/** The name that a card's page goes by. */
export const CardName = ({ children }: { children: string }) => (
  <Typography
    variant={children.length > LONG_NAME ? 'beta' : 'alpha'}
    tag="h1"
    dir="auto"
    style={{ overflowWrap: 'anywhere' }}
  >
    {children}
  </Typography>
);

/** Takes a button's padding back, so that what it says begins where the name does. */
const BUTTON_SIDE = '-1.6rem';

/** Between what stands side by side; what has wrapped stays close. */
const GAP = '1.6rem';

/** A line of what is secondary. */
export const CardFact = ({ children }: { children: ReactNode }) => (
  <Typography textColor="neutral600" tag="p" style={{ overflowWrap: 'anywhere' }}>
    {children}
  </Typography>
);
