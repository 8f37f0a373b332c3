import type { ReactNode } from 'react';
import { Flex } from '@strapi/design-system';
import { styled } from 'styled-components';

/** Stays in sight at the bottom of the window. */
export const StickyBar = ({ children }: { children: ReactNode }) => (
  <Bar justifyContent="space-between" gap={4}>
    {children}
  </Bar>
);

const Bar = styled(Flex)`
  position: sticky;
  bottom: ${({ theme }) => theme.spaces[4]};
  z-index: 1;
  margin-top: ${({ theme }) => theme.spaces[4]};
  padding: ${({ theme }) => `${theme.spaces[3]} ${theme.spaces[4]}`};
  border: 1px solid ${({ theme }) => theme.colors.primary200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  box-shadow: ${({ theme }) => theme.shadows.popupShadow};
`;
