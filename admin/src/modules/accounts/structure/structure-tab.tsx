import { useState } from 'react';
import { DndContext, PointerSensor, useSensor, useSensors, type DragEndEvent } from '@dnd-kit/core';
import { Box, Typography } from '@strapi/design-system';
import type { AccountNode } from '../../../../../server/src/modules/accounts/contract';
import type { CardSlotProps } from '../../../shared/admin-module';
import { ErrorState } from '../../../shared/error-state';
import { Panel } from '../../../shared/panel';
import { useCan } from '../../../shared/permissions';
import { Skeleton } from '../../../shared/skeleton';
import { useTranslate } from '../../../shared/translate';
import { useAccount } from '../api';
import { useAncestors } from './api';
import { MoveDialog } from './move-dialog';
import { Branch, Tree } from './tree';
import { TreeNode } from './tree-node';
import { TreeProvider } from './tree-context';
import { useMove } from './use-move';

/** So that a click on a link in a row is a click. */
const DRAG_FROM_PIXELS = 6;

/** What is above the account and what is below it; each level is loaded when it is opened. */
const StructureTab = ({ documentId }: CardSlotProps) => {
  const t = useTranslate();
  const { data: account } = useAccount(documentId);
  const { data: ancestors, error, refetch } = useAncestors(documentId);
  const [moving, setMoving] = useState<AccountNode | null>(null);
  const canMove = useCan('accounts.update');
  const move = useMove();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: DRAG_FROM_PIXELS } })
  );
  if (error && !ancestors) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!account || !ancestors) return <Skeleton $height="20rem" />;
  const drop = ({ active, over }: DragEndEvent) => {
    if (!over || over.id === active.id) return;
    const name = (active.data.current as { name?: string } | undefined)?.name ?? '';
    void move({ documentId: String(active.id), parent: String(over.id), name });
  };
  const { name, status } = account;
  return (
    <Panel title={t('structure.title')}>
      {canMove && (
        <Box paddingBottom={4}>
          <Typography textColor="neutral600">{t('structure.hint')}</Typography>
        </Box>
      )}
      <DndContext sensors={sensors} onDragEnd={drop}>
        <TreeProvider
          value={{ here: documentId, Node: TreeNode, onMove: canMove ? setMoving : undefined }}
        >
          <Tree aria-label={t('structure.tree', { name })}>
            <Chain above={ancestors} here={{ documentId, name, status, children: 0 }} />
          </Tree>
        </TreeProvider>
      </DndContext>
      {moving && <MoveDialog account={moving} onClose={() => setMoving(null)} />}
    </Panel>
  );
};

interface ChainProps {
  above: AccountNode[];
  here: AccountNode;
}

/** One ancestor inside the other, and in the last the account with what is below it. */
const Chain = ({ above, here }: ChainProps) => {
  const [first, ...rest] = above;
  if (!first) return <TreeNode account={here} isOpenAtFirst />;
  return (
    <TreeNode account={first}>
      <Branch>
        <Chain above={rest} here={here} />
      </Branch>
    </TreeNode>
  );
};

export default StructureTab;
