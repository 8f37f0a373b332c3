import { Fragment, type ReactNode } from 'react';
import { Badge, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useBuilder } from '../editors/builder-context';
import { Select } from '../editors/select';
import { BLOCK_KINDS, isBlock, type BlockDraft, type RuleDraft } from '../tree/draft';
import { change } from '../tree/edit-tree';
import { AddButtons } from './add-buttons';
import { DropGap } from './drop-gap';
import { LeafRow } from './leaf-row';
import { RowButtons } from './row-buttons';
import { RowProblem } from './row-problem';
import { useTree } from './tree-context';
import { useRowKeyboard } from './use-row-keyboard';
import { useSayRule } from './use-say-rule';

interface BlockViewProps {
  block: BlockDraft;
  /** Of the whole: only the root has them. */
  tools?: ReactNode;
}

/** All, any or none of its rows. */
export const BlockView = ({ block, tools }: BlockViewProps) => {
  const { t, isDisabled } = useBuilder();
  const { root, edit } = useTree();
  const say = useSayRule();
  const isRoot = block.id === root.id;
  return (
    <Block role="group" aria-label={say(block)} $isRoot={isRoot} $isOff={block.disabled}>
      <Flex justifyContent="space-between" gap={2}>
        <Flex gap={2} wrap="wrap">
          <Select
            label={t('conditions.blockKind')}
            width={15}
            value={block.kind}
            options={BLOCK_KINDS.map((kind) => ({
              value: kind,
              label: t(`conditions.block.${kind}`),
            }))}
            onChange={(kind) =>
              edit(change(root, block.id, (rule) => (isBlock(rule) ? { ...rule, kind } : rule)))
            }
          />
          {block.disabled && <Badge>{t('conditions.off')}</Badge>}
        </Flex>
        {isRoot ? tools : <RowButtons rule={block} />}
      </Flex>
      <Rows>
        {block.rules.map((rule, index) => (
          <Fragment key={rule.id}>
            <DropGap place={{ block: block.id, index }} />
            <RuleItem rule={rule} />
          </Fragment>
        ))}
        <DropGap place={{ block: block.id, index: block.rules.length }} />
      </Rows>
      {block.rules.length === 0 && isRoot && (
        <Typography tag="p" textColor="neutral600" paddingBottom={3}>
          {t('conditions.empty')}
        </Typography>
      )}
      {!isRoot && <RowProblem id={block.id} />}
      {!isDisabled && <AddButtons block={block} />}
      {isRoot && block.rules.length > 0 && <RowProblem id={block.id} />}
    </Block>
  );
};

const RuleItem = ({ rule }: { rule: RuleDraft }) => {
  const keyboard = useRowKeyboard(rule);
  return (
    <li onKeyDown={keyboard}>
      {isBlock(rule) ? <BlockView block={rule} /> : <LeafRow row={rule} />}
    </li>
  );
};

const Block = styled.div<{ $isRoot: boolean; $isOff: boolean }>`
  padding: ${({ theme, $isRoot }) => ($isRoot ? 0 : theme.spaces[3])};
  border: ${({ theme, $isRoot }) => ($isRoot ? 0 : `1px solid ${theme.colors.neutral200}`)};
  border-inline-start-width: ${({ $isRoot }) => ($isRoot ? 0 : '3px')};
  border-radius: ${({ theme }) => theme.borderRadius};
  border-style: ${({ $isOff }) => ($isOff ? 'dashed' : 'solid')};
`;

const Rows = styled.ul`
  list-style: none;
  margin: 0;
  padding: ${({ theme }) => `${theme.spaces[1]} 0`};
`;
