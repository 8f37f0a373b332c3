import { useSortable } from '@dnd-kit/sortable';
import { Box, Flex, IconButton, Typography } from '@strapi/design-system';
import { Drag, Pencil, Trash } from '@strapi/icons';
import { styled } from 'styled-components';
import type { LabelSettings } from '../../../../server/src/platform/labels/contract';
import { StatusLabel } from '../status-label';
import { useTranslate } from '../translate';
import type { LabelTask } from './label-task';

interface LabelRowProps {
  label: LabelSettings;
  onTask: ((task: LabelTask) => void) | undefined;
}

export const LabelRow = ({ label, onTask }: LabelRowProps) => {
  const t = useTranslate();
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, ...motion } =
    useSortable({ id: label.documentId, disabled: !onTask });
  const { transition, isDragging } = motion;
  const name = label.displayName;
  return (
    <Row
      ref={setNodeRef}
      $isDragging={isDragging}
      style={{ transform: transform ? `translateY(${transform.y}px)` : undefined, transition }}
    >
      {onTask && (
        <IconButton
          variant="ghost"
          ref={setActivatorNodeRef}
          {...attributes}
          {...listeners}
          label={t('labels.move', { name })}
        >
          <Drag />
        </IconButton>
      )}
      <Box flex="1" minWidth={0} paddingLeft={2}>
        <StatusLabel status={label} />
      </Box>
      <Box width="20%" minWidth={0}>
        <Typography ellipsis textColor="neutral600">
          {label.name}
        </Typography>
      </Box>
      <Typography textColor="neutral600">{t('removal.inUse', { inUse: label.inUse })}</Typography>
      {onTask && (
        <Flex gap={1}>
          <IconButton
            variant="ghost"
            label={t('labels.edit', { name })}
            onClick={() => onTask({ what: 'edit', label })}
          >
            <Pencil />
          </IconButton>
          <IconButton
            variant="ghost"
            label={t('labels.delete', { name })}
            onClick={() => onTask({ what: 'delete', label })}
          >
            <Trash />
          </IconButton>
        </Flex>
      )}
    </Row>
  );
};

const Row = styled.li<{ $isDragging: boolean }>`
  position: relative;
  z-index: ${({ $isDragging }) => ($isDragging ? 1 : 'auto')};
  display: flex;
  align-items: center;
  gap: ${({ theme }) => theme.spaces[4]};
  padding-block: ${({ theme }) => theme.spaces[2]};
  background: ${({ theme, $isDragging }) =>
    $isDragging ? theme.colors.neutral100 : theme.colors.neutral0};
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
`;
