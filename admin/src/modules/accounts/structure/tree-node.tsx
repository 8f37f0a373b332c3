import { useState, type ReactNode } from 'react';
import { useDraggable, useDroppable } from '@dnd-kit/core';
import { Box, Flex, IconButton, Typography } from '@strapi/design-system';
import { ArrowRight, ChevronDown, ChevronRight, Drag } from '@strapi/icons';
import type { AccountNode } from '../../../../../server/src/modules/accounts/contract';
import { RowLink } from '../../../shared/list/row-link';
import { accountPath } from '../../../shared/paths';
import { StatusLabel } from '../../../shared/status-label';
import { useTranslate } from '../../../shared/translate';
import { Handle, NodeRow } from './tree';
import { Children } from './tree-children';
import { useTree } from './tree-context';

interface TreeNodeProps {
  account: AccountNode;
  isOpenAtFirst?: boolean;
  /** What is below, when it is known; else it is loaded when opened. */
  children?: ReactNode;
}

export const TreeNode = ({ account, isOpenAtFirst = false, children }: TreeNodeProps) => {
  const t = useTranslate();
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const { documentId, name } = account;
  const canOpen = !children && (account.children > 0 || isOpenAtFirst);
  return (
    <li>
      <DraggableRow account={account}>
        {canOpen ? (
          <IconButton
            variant="ghost"
            size="XS"
            aria-expanded={isOpen}
            label={t(isOpen ? 'structure.collapse' : 'structure.expand', { name })}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? <ChevronDown /> : <ChevronRight />}
          </IconButton>
        ) : (
          <Box width="2.4rem" shrink={0} />
        )}
      </DraggableRow>
      {children}
      {isOpen && canOpen && <Children documentId={documentId} />}
    </li>
  );
};

interface DraggableRowProps {
  account: AccountNode;
  /** Opens and closes what is below. */
  children: ReactNode;
}

const DraggableRow = ({ account, children }: DraggableRowProps) => {
  const t = useTranslate();
  const { here, onMove } = useTree();
  const { documentId: id, name, status } = account;
  const { setNodeRef: setDropRef, isOver } = useDroppable({ id });
  const { setNodeRef, listeners, transform, isDragging } = useDraggable({
    id,
    data: { name },
    disabled: !onMove,
  });
  const { x = 0, y = 0 } = transform ?? {};
  return (
    <NodeRow
      ref={setDropRef}
      gap={2}
      $isOver={isOver && !isDragging}
      $isHere={id === here}
      $isDragged={isDragging}
      style={transform ? { transform: `translate(${x}px, ${y}px)` } : undefined}
    >
      {onMove && (
        <Handle ref={setNodeRef} {...listeners} aria-hidden title={t('structure.drag', { name })}>
          <Drag fill="neutral500" width="1.2rem" height="1.2rem" />
        </Handle>
      )}
      {children}
      <Box minWidth={0} flex="1">
        <RowLink to={accountPath(id, 'structure')} title={name}>
          <Typography
            fontWeight={id === here ? 'bold' : 'regular'}
            textColor="neutral800"
            dir="auto"
          >
            {name}
          </Typography>
        </RowLink>
      </Box>
      <Flex gap={3} shrink={0}>
        {account.children > 0 && (
          <Typography variant="pi" textColor="neutral600">
            {t('structure.children', { count: account.children })}
          </Typography>
        )}
        {status && <StatusLabel status={status} />}
        {onMove && (
          <IconButton
            variant="ghost"
            size="XS"
            label={t('structure.move', { name })}
            onClick={() => onMove(account)}
          >
            <ArrowRight />
          </IconButton>
        )}
      </Flex>
    </NodeRow>
  );
};
