/** Groups, accounts and scores that a condition names. */
import type { Condition } from '../../../../../server/src/modules/conditions/contract';

interface Named {
  groups: string[];
  accounts: string[];
  scores: string[];
}

export const namedIn = (condition: Condition): Named => {
  const leaves = leavesOf(condition);
  const unique = (values: (string | undefined)[]) =>
    [...new Set(values.filter((value): value is string => Boolean(value)))].sort();
  return {
    groups: unique(leaves.map((leaf) => (leaf.type === 'group' ? text(leaf.group) : undefined))),
    scores: unique(leaves.map((leaf) => (leaf.type === 'score' ? text(leaf.score) : undefined))),
    accounts: unique(
      leaves.flatMap((leaf) =>
        leaf.type === 'account' && Array.isArray(leaf.accounts) ? leaf.accounts.map(text) : []
      )
    ),
  };
};

const text = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

const leavesOf = (condition: Condition): Condition[] => {
  if (condition.type === 'not') return leavesOf(condition.rule);
  if (condition.type === 'all' || condition.type === 'any') {
    return condition.rules.flatMap(leavesOf);
  }
  return [condition];
};
