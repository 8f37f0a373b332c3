import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, CrossCircle } from '@strapi/icons';
import { styled } from 'styled-components';
import type { Condition, Explained } from '../../../../../server/src/modules/conditions/contract';
import { useTranslate } from '../../translate';
import type { SayContext } from '../leaves/say-context';
import { sayAsked, sayFound } from './say-explained';

interface ExplainedNode {
  node: Explained;
  /** What it explains; undefined when the condition is another by now. */
  condition: Condition | undefined;
  /** Without it the server's English words are shown. */
  context: SayContext | undefined;
}

/** Every part of a condition with yes or no for one contact, and what was found. */
export const ExplanationTree = (props: ExplainedNode) => (
  <Tree>
    <Node {...props} />
  </Tree>
);

const Node = ({ node, condition, context }: ExplainedNode) => {
  const { verdict, disabled = false, evidence, rules = [], type } = node;
  const isLeaf = type !== 'all' && type !== 'any' && type !== 'not';
  return (
    <li>
      <Flex gap={2} alignItems="flex-start" style={{ opacity: disabled ? FADED : 1 }}>
        <Verdict yes={verdict} isOff={disabled} />
        <Box minWidth={0} flex="1">
          <Typography
            fontWeight={isLeaf ? 'regular' : 'semiBold'}
            style={{ overflowWrap: 'anywhere' }}
          >
            {context ? sayAsked(node, condition, context) : node.text}
          </Typography>
          {evidence && (
            <Typography tag="p" variant="pi" textColor="neutral600">
              {context ? sayFound(evidence, condition, context) : evidence.text}
            </Typography>
          )}
        </Box>
      </Flex>
      {rules.length > 0 && (
        <Tree>
          {rules.map((rule, at) => (
            <Node
              key={rule.path}
              node={rule}
              condition={condition && below(condition)[at]}
              context={context}
            />
          ))}
        </Tree>
      )}
    </li>
  );
};

const below = (condition: Condition): Condition[] => {
  if (condition.type === 'not') return [condition.rule];
  return condition.type === 'all' || condition.type === 'any' ? condition.rules : [];
};

const FADED = 0.6;

/** An icon and a word: the colour is never the only sign. */
export const Verdict = ({ yes, isOff = false }: { yes: boolean; isOff?: boolean }) => {
  const t = useTranslate();
  if (isOff) return <Badge>{t('conditions.off')}</Badge>;
  const Icon = yes ? CheckCircle : CrossCircle;
  return (
    <Flex gap={1} shrink={0}>
      <Icon width="1.6rem" height="1.6rem" fill={yes ? 'success600' : 'danger600'} aria-hidden />
      <Typography fontWeight="semiBold" textColor={yes ? 'success700' : 'danger700'}>
        {t(yes ? 'conditions.verdict.yes' : 'conditions.verdict.no')}
      </Typography>
    </Flex>
  );
};

const Tree = styled.ul`
  display: flex;
  flex-direction: column;
  gap: ${({ theme }) => theme.spaces[2]};
  list-style: none;
  margin: 0;
  padding: 0;

  & & {
    margin-top: ${({ theme }) => theme.spaces[2]};
    margin-inline-start: ${({ theme }) => theme.spaces[2]};
    padding-inline-start: ${({ theme }) => theme.spaces[4]};
    border-inline-start: 2px solid ${({ theme }) => theme.colors.neutral150};
  }
`;
