import { styled, keyframes } from 'styled-components';

const appear = keyframes`
  from { opacity: 0; }
  to { opacity: 1; }
`;

/** A grey line where text will be. Shows after 150 ms, so that fast answers never flicker. */
export const Skeleton = styled.span<{ $width?: string; $height?: string }>`
  display: block;
  width: ${({ $width = '100%' }) => $width};
  height: ${({ $height = '1.2rem' }) => $height};
  max-width: 100%;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral150};
  opacity: 0;
  animation: ${appear} 200ms 150ms forwards;
`;
