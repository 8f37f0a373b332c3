import type { ReactNode } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { styled, type DefaultTheme } from 'styled-components';

export type Tone = keyof DefaultTheme['colors'];

interface StatusDotProps {
  /** A colour of the theme, or an editor's own as `#rrggbb`. */
  tone: Tone | { hex: string };
  isHollow?: boolean;
  children: ReactNode;
}

/** A coloured dot and a word: the colour is never the only sign. */
export const StatusDot = ({ tone, isHollow = false, children }: StatusDotProps) => (
  <Flex gap={2} tag="span" inline minWidth={0} maxWidth="100%">
    <Dot $tone={tone} $isHollow={isHollow} aria-hidden />
    <Typography ellipsis tag="span">
      {children}
    </Typography>
  </Flex>
);

const Dot = styled.span<{ $tone: Tone | { hex: string }; $isHollow: boolean }>`
  flex: none;
  width: 0.8rem;
  height: 0.8rem;
  border-radius: 50%;
  border: 2px solid
    ${({ $tone, theme }) => (typeof $tone === 'object' ? $tone.hex : theme.colors[$tone])};
  background: ${({ $tone, $isHollow, theme }) => {
    if ($isHollow) return 'transparent';
    return typeof $tone === 'object' ? $tone.hex : theme.colors[$tone];
  }};
`;
