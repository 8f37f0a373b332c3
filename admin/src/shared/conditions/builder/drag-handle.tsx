import { useDraggable } from '@dnd-kit/core';
import { IconButton } from '@strapi/design-system';
import { Drag } from '@strapi/icons';
import { useBuilder } from '../editors/builder-context';
import type { RuleDraft } from '../tree/draft';
import { useSayRule } from './use-say-rule';

/** Dragged by the pointer; in focus, the arrow keys move the row. */
export const DragHandle = ({ rule }: { rule: RuleDraft }) => {
  const { t } = useBuilder();
  const say = useSayRule();
  const { setNodeRef, listeners } = useDraggable({ id: rule.id });
  return (
    <IconButton
      ref={setNodeRef}
      {...listeners}
      variant="ghost"
      size="S"
      withTooltip={false}
      data-drag-handle=""
      label={t('conditions.move', { name: say(rule) })}
      style={{ cursor: 'grab', touchAction: 'none' }}
    >
      <Drag />
    </IconButton>
  );
};
