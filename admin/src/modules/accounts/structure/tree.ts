/** The look of the tree: nested lists with a line down each level. */
import { Flex } from '@strapi/design-system';
import { styled } from 'styled-components';

export const Tree = styled.ul`
  list-style: none;
  margin: 0;
  padding: 0;
`;

export const Branch = styled(Tree)`
  margin-inline-start: 1.6rem;
  padding-inline-start: ${({ theme }) => theme.spaces[3]};
  border-inline-start: 1px solid ${({ theme }) => theme.colors.neutral200};
`;

export const NodeRow = styled(Flex)<{ $isOver: boolean; $isHere: boolean; $isDragged: boolean }>`
  position: relative;
  z-index: ${({ $isDragged }) => ($isDragged ? 2 : 'auto')};
  padding: ${({ theme }) => `${theme.spaces[1]} ${theme.spaces[2]}`};
  border-radius: ${({ theme }) => theme.borderRadius};
  outline: ${({ theme, $isOver }) => ($isOver ? `2px solid ${theme.colors.primary500}` : 'none')};
  background: ${({ theme, $isHere, $isDragged }) => {
    if ($isDragged) return theme.colors.neutral150;
    return $isHere ? theme.colors.primary100 : 'transparent';
  }};
`;

/** For the pointer; the keyboard has "Move to …". */
export const Handle = styled.span`
  display: inline-flex;
  padding: ${({ theme }) => theme.spaces[1]};
  cursor: grab;
  touch-action: none;
`;
