import { Badge, Box, Button, Flex, Typography } from '@strapi/design-system';
import { CaretDown, CaretUp } from '@strapi/icons';
import { styled } from 'styled-components';
import type { Leaf } from '../../../../../server/src/modules/conditions/contract';
import { useBuilder } from '../editors/builder-context';
import { LeafEditor } from '../editors/leaf-editor';
import { describeLeaf } from '../leaves/describe';
import { isBlock, type LeafDraft } from '../tree/draft';
import { change } from '../tree/edit-tree';
import { RowButtons } from './row-buttons';
import { RowProblem } from './row-problem';
import { useTree } from './tree-context';
import { useRowActions } from './use-row-actions';

/** A sentence, and the inputs that made it while it is open. */
export const LeafRow = ({ row }: { row: LeafDraft }) => {
  const { isDisabled } = useBuilder();
  const { open, setOpen, problems } = useTree();
  const isOpen = open === row.id && !isDisabled;
  return (
    <Row $isOpen={isOpen} $isWrong={problems.has(row.id)}>
      <Flex justifyContent="space-between" gap={2}>
        <Sentence
          type="button"
          data-rule-focus={row.id}
          aria-expanded={isDisabled ? undefined : isOpen}
          disabled={isDisabled}
          onClick={() => setOpen(isOpen ? null : row.id)}
        >
          <SentenceText row={row} />
          {!isDisabled && (isOpen ? <CaretUp aria-hidden /> : <CaretDown aria-hidden />)}
        </Sentence>
        <RowButtons rule={row} />
      </Flex>
      {isOpen && <OpenEditor row={row} />}
      <RowProblem id={row.id} />
    </Row>
  );
};

const SentenceText = ({ row }: { row: LeafDraft }) => {
  const context = useBuilder();
  const { t } = context;
  const [subject, ...rest] = describeLeaf(row.leaf, context);
  return (
    <span>
      {row.negated && (
        <>
          <Badge backgroundColor="danger100" textColor="danger700">
            {t('conditions.not')}
          </Badge>{' '}
        </>
      )}
      {row.disabled && (
        <>
          <Badge>{t('conditions.off')}</Badge>{' '}
        </>
      )}
      <Typography
        tag="span"
        fontWeight="semiBold"
        textColor={row.disabled ? 'neutral500' : 'neutral800'}
      >
        {subject}
      </Typography>
      {rest.map((part, index) => (
        <Typography tag="span" key={index} textColor={row.disabled ? 'neutral500' : 'neutral700'}>
          {` · ${part}`}
        </Typography>
      ))}
    </span>
  );
};

const OpenEditor = ({ row }: { row: LeafDraft }) => {
  const { t } = useBuilder();
  const { root, edit } = useTree();
  const { toggleNegated } = useRowActions(row);
  const set = (leaf: Leaf) =>
    edit(
      change(root, row.id, (rule) => (isBlock(rule) ? rule : { ...rule, leaf })),
      `${row.id} ${changedPart(row.leaf, leaf)}`
    );
  return (
    <Flex gap={2} alignItems="flex-start" paddingTop={2} paddingBottom={1}>
      <Button
        size="S"
        variant={row.negated ? 'danger-light' : 'tertiary'}
        aria-pressed={row.negated}
        onClick={toggleNegated}
      >
        {t('conditions.not')}
      </Button>
      <Box flex="1" minWidth={0}>
        <LeafEditor leaf={row.leaf} onChange={set} />
      </Box>
    </Flex>
  );
};

/** Which property an edit is about, so that typing in one is one step back. */
const changedPart = (before: Leaf, after: Leaf): string =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter(
      (name) =>
        JSON.stringify(Reflect.get(before, name)) !== JSON.stringify(Reflect.get(after, name))
    )
    .join(' ');

const Row = styled(Box)<{ $isOpen: boolean; $isWrong: boolean }>`
  padding: ${({ theme }) => `${theme.spaces[1]} ${theme.spaces[2]}`};
  border: 1px solid
    ${({ theme, $isWrong, $isOpen }) =>
      $isOpen
        ? theme.colors.primary200
        : $isWrong
          ? theme.colors.danger500
          : theme.colors.neutral150};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
`;

const Sentence = styled.button`
  display: flex;
  flex: 1;
  align-items: center;
  justify-content: space-between;
  gap: ${({ theme }) => theme.spaces[2]};
  min-width: 0;
  padding: ${({ theme }) => theme.spaces[2]};
  border: 0;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: none;
  font-size: 1.4rem;
  line-height: 1.43;
  text-align: start;
  overflow-wrap: anywhere;
  cursor: pointer;

  &:disabled {
    cursor: default;
  }
  &:hover:enabled {
    background: ${({ theme }) => theme.colors.neutral100};
  }
  svg {
    flex: none;
    width: 1rem;
    fill: ${({ theme }) => theme.colors.neutral500};
  }
`;
