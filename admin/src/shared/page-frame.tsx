import type { ReactNode } from 'react';
import { Box, Flex, Main, Typography } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import { CommandBarButton } from './command-bar/command-bar-button';
import { SectionNav } from './section-nav';

interface PageFrameProps {
  title: string;
  subtitle?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

const SIDES = { initial: 4, medium: 6, large: 8 } as const;

/**
 * Title, actions and content of a page. Not Strapi's `Layouts.Root`: it hides what overflows, and
 * with that nothing below it can stick to the edge of the window.
 */
export const PageFrame = ({ title, subtitle, actions, children }: PageFrameProps) => (
  <Main paddingLeft={SIDES} paddingRight={SIDES} paddingTop={4} paddingBottom={10}>
    <Page.Title>{title}</Page.Title>
    <Flex justifyContent="space-between" gap={4}>
      <Box flex="1" minWidth={0}>
        <SectionNav />
      </Box>
      <CommandBarButton />
    </Flex>
    <Flex justifyContent="space-between" gap={4} wrap="wrap" paddingTop={4} paddingBottom={4}>
      <Box minWidth={0}>
        <Typography variant="alpha" tag="h1">
          {title}
        </Typography>
        {subtitle && (
          <Typography variant="epsilon" textColor="neutral600" tag="p">
            {subtitle}
          </Typography>
        )}
      </Box>
      <Flex gap={2}>{actions}</Flex>
    </Flex>
    {children}
  </Main>
);
