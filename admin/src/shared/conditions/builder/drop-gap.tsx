import { useDroppable } from '@dnd-kit/core';
import { styled } from 'styled-components';
import type { Place } from '../tree/edit-tree';

/** Between two rows, where a dragged one can go. */
export const DropGap = ({ place }: { place: Place }) => {
  const { setNodeRef, isOver } = useDroppable({
    id: `${place.block}:${place.index}`,
    data: { place },
  });
  return <Gap ref={setNodeRef} $isOver={isOver} role="presentation" aria-hidden />;
};

const Gap = styled.li<{ $isOver: boolean }>`
  height: ${({ theme }) => theme.spaces[2]};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme, $isOver }) => ($isOver ? theme.colors.primary200 : 'transparent')};
`;
