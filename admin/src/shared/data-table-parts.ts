/** The look of Strapi's tables on plain table elements. */
import { css, styled } from 'styled-components';

export const Scroller = styled.div`
  overflow-x: auto;
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: ${({ theme }) => theme.borderRadius};
  box-shadow: ${({ theme }) => theme.shadows.tableShadow};
`;

/** Fixed, so that no row of a longer name moves the columns of the others. */
export const Table = styled.table<{ $isStale: boolean; $minWidth: string }>`
  width: 100%;
  min-width: ${({ $minWidth }) => $minWidth};
  table-layout: fixed;
  border-collapse: collapse;
  white-space: nowrap;
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.4rem;
  line-height: 1.43;

  tbody {
    opacity: ${({ $isStale }) => ($isStale ? 0.5 : 1)};
    transition: opacity 120ms 150ms;
  }
`;

const cell = css<{ $align?: 'end' }>`
  padding: 0 ${({ theme }) => theme.spaces[3]};
  text-align: ${({ $align = 'start' }) => $align};
  vertical-align: middle;

  &:first-child {
    padding-inline-start: ${({ theme }) => theme.spaces[4]};
  }
  &:last-child {
    padding-inline-end: ${({ theme }) => theme.spaces[4]};
  }
`;

export const Head = styled.th<{ $align?: 'end'; $width: number }>`
  ${cell}
  height: 4.8rem;
  width: ${({ $width }) => `${$width}rem`};
`;

export const Cell = styled.td<{ $align?: 'end' }>`
  ${cell}
  height: 4.8rem;
  overflow: hidden;
  text-overflow: ellipsis;
  font-variant-numeric: tabular-nums;
`;

export const Row = styled.tr<{ $isSelected: boolean; $opens: boolean }>`
  border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  background: ${({ theme, $isSelected }) => ($isSelected ? theme.colors.primary100 : 'transparent')};
  cursor: ${({ $opens }) => ($opens ? 'pointer' : 'default')};

  &:hover,
  &:focus-within {
    background: ${({ theme, $isSelected }) =>
      $isSelected ? theme.colors.primary100 : theme.colors.neutral100};
  }
`;
