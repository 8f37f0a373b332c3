import { useMemo, useRef } from 'react';
import type { DndContextProps, UniqueIdentifier } from '@dnd-kit/core';
import type { LabelSettings } from '../../../../server/src/platform/labels/contract';
import { useTranslate } from '../translate';

/** What somebody hears who cannot see where a label is dragged: names and places, in their language. */
export const useSpokenOrder = (
  labels: LabelSettings[]
): NonNullable<DndContextProps['accessibility']> => {
  const t = useTranslate();
  // Picked up, it is over its own place at once, which would be said over the words before.
  const hasMoved = useRef(false);
  return useMemo(() => {
    const indexOf = (id: UniqueIdentifier) =>
      labels.findIndex(({ documentId }) => documentId === id);
    const nameOf = (id: UniqueIdentifier) => labels[indexOf(id)]?.displayName ?? '';
    const at = (id: UniqueIdentifier) => ({ place: indexOf(id) + 1, count: labels.length });
    return {
      screenReaderInstructions: { draggable: t('labels.dragHint') },
      announcements: {
        onDragStart: ({ active }) => {
          hasMoved.current = false;
          return t('labels.dragStart', { name: nameOf(active.id), ...at(active.id) });
        },
        onDragOver: ({ active, over }) => {
          if (!over || (!hasMoved.current && over.id === active.id)) return undefined;
          hasMoved.current = true;
          return t('labels.dragOver', { name: nameOf(active.id), ...at(over.id) });
        },
        onDragEnd: ({ active, over }) =>
          over ? t('labels.dragEnd', { name: nameOf(active.id), ...at(over.id) }) : undefined,
        onDragCancel: ({ active }) => t('labels.dragCancel', { name: nameOf(active.id) }),
      },
    };
  }, [labels, t]);
};
