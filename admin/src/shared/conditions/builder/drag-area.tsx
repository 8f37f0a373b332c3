import { useState, type ReactNode } from 'react';
import {
  DndContext,
  DragOverlay,
  PointerSensor,
  useSensor,
  useSensors,
  type CollisionDetection,
  type DragEndEvent,
} from '@dnd-kit/core';
import { Box, Typography } from '@strapi/design-system';
import { useBuilder } from '../editors/builder-context';
import { findRule, move, type Place } from '../tree/edit-tree';
import { useTree } from './tree-context';
import { tellPlace } from './use-row-actions';
import { useSayRule } from './use-say-rule';

/** A click is no drag. */
const DRAG_PIXELS = 4;

/** Rows and blocks are dragged to the gaps between others, in the same block or another one. */
export const DragArea = ({ children }: { children: ReactNode }) => {
  const { t } = useBuilder();
  const { root, edit, announce, focus } = useTree();
  const say = useSayRule();
  const [dragged, setDragged] = useState<string | null>(null);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: DRAG_PIXELS } })
  );
  const rule = dragged === null ? null : findRule(root, dragged);
  const drop = ({ active, over }: DragEndEvent) => {
    setDragged(null);
    const place = over?.data.current?.place as Place | undefined;
    const moved = findRule(root, String(active.id));
    if (!place || !moved) return;
    const next = move(root, moved.id, place);
    if (next === root) return;
    edit(next);
    announce(tellPlace(next, moved.id, say(moved), t));
    focus(moved.id);
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={nearestGap}
      accessibility={SILENT}
      onDragStart={({ active }) => setDragged(String(active.id))}
      onDragCancel={() => setDragged(null)}
      onDragEnd={drop}
    >
      {children}
      <DragOverlay dropAnimation={null}>
        {rule && (
          <Box
            padding={2}
            background="neutral0"
            hasRadius
            shadow="popupShadow"
            borderColor="primary200"
            width="max-content"
            maxWidth="40rem"
          >
            <Typography ellipsis>{say(rule)}</Typography>
          </Box>
        )}
      </DragOverlay>
    </DndContext>
  );
};

/** The builder says itself where a row went, also for those who move it by keys. */
const SILENT = {
  announcements: {
    onDragStart: () => undefined,
    onDragOver: () => undefined,
    onDragEnd: () => undefined,
    onDragCancel: () => undefined,
  },
};

/** Gaps lie below each other: the nearest one to the pointer's height. */
const nearestGap: CollisionDetection = ({
  droppableContainers,
  droppableRects,
  pointerCoordinates,
}) => {
  if (!pointerCoordinates) return [];
  return droppableContainers
    .flatMap(({ id }) => {
      const rect = droppableRects.get(id);
      if (!rect) return [];
      const distance = Math.abs(rect.top + rect.height / 2 - pointerCoordinates.y);
      return [{ id, data: { value: distance } }];
    })
    .sort((a, b) => a.data.value - b.data.value);
};
