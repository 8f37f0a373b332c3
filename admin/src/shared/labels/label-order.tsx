import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type DragEndEvent,
} from '@dnd-kit/core';
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { styled } from 'styled-components';
import type { LabelSettings } from '../../../../server/src/platform/labels/contract';
import { useNotify } from '../notices';
import { toProblem } from '../problem';
import { useTranslate } from '../translate';
import { useOrderLabels, type LabelSource } from './api';
import { LabelRow } from './label-row';
import type { LabelTask } from './label-task';
import { useSpokenOrder } from './use-spoken-order';

interface LabelOrderProps {
  source: LabelSource;
  labels: LabelSettings[];
  /** Left out for who may only read. */
  onTask: ((task: LabelTask) => void) | undefined;
}

/** Dragged into order, by the pointer or with Space and the arrow keys. */
export const LabelOrder = ({ source, labels, onTask }: LabelOrderProps) => {
  const t = useTranslate();
  const notify = useNotify();
  const order = useOrderLabels(source);
  const sensors = useSensors(
    useSensor(PointerSensor),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates })
  );
  const spoken = useSpokenOrder(labels);
  const ids = labels.map(({ documentId }) => documentId);
  const drop = ({ active, over }: DragEndEvent) => {
    if (!over || over.id === active.id) return;
    const moved = arrayMove(labels, ids.indexOf(String(active.id)), ids.indexOf(String(over.id)));
    order(moved, (error) =>
      notify({ type: 'danger', message: toProblem(error).message ?? t('error.title') })
    );
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={spoken}
      onDragEnd={drop}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        <Rows>
          {labels.map((label) => (
            <LabelRow key={label.documentId} label={label} onTask={onTask} />
          ))}
        </Rows>
      </SortableContext>
    </DndContext>
  );
};

const Rows = styled.ul`
  list-style: none;
  margin: 0;
  padding: 0;
`;
