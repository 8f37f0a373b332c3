/**
 * A condition as the builder holds it: every row has an id of its own, a negation is a property of what
 * it negates, and the root is always a block. A draft may be incomplete; `missing.ts` says in what.
 */
import type { Condition, Leaf } from '../../../../../server/src/modules/conditions/contract';
import { asCoreLeaf } from './as-core-leaf';

/** `none` is `not any`. */
export const BLOCK_KINDS = ['all', 'any', 'none', 'notAll'] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

export interface BlockDraft {
  id: string;
  kind: BlockKind;
  disabled: boolean;
  rules: RuleDraft[];
}

export interface LeafDraft {
  id: string;
  kind: 'leaf';
  negated: boolean;
  disabled: boolean;
  leaf: Leaf;
}

export type RuleDraft = BlockDraft | LeafDraft;

let last = 0;

/** Unique on this page. */
export const newId = (): string => `rule-${++last}`;

export const isBlock = (rule: RuleDraft): rule is BlockDraft => rule.kind !== 'leaf';

export const newBlock = (kind: BlockKind, rules: RuleDraft[] = []): BlockDraft => ({
  id: newId(),
  kind,
  disabled: false,
  rules,
});

export const newRow = (leaf: Leaf): LeafDraft => ({
  id: newId(),
  kind: 'leaf',
  negated: false,
  disabled: false,
  leaf,
});

/** Null is nothing yet. A lone question gets a block around it, which changes nothing of its answer. */
export const toDraft = (condition: Condition | null): BlockDraft => {
  if (!condition) return newBlock('all');
  const rule = read(condition, { negated: false, disabled: false });
  return isBlock(rule) ? rule : newBlock('all', [rule]);
};

export const toRule = (condition: Condition): RuleDraft =>
  read(condition, { negated: false, disabled: false });

interface Around {
  negated: boolean;
  disabled: boolean;
}

const NEGATED = { all: 'notAll', any: 'none' } as const;

const read = (condition: Condition, around: Around): RuleDraft => {
  const disabled = around.disabled || condition.disabled === true;
  if (condition.type === 'not') {
    return read(condition.rule, { negated: !around.negated, disabled });
  }
  if (condition.type === 'all' || condition.type === 'any') {
    const kind = around.negated ? NEGATED[condition.type] : condition.type;
    const rules = condition.rules.map((rule) => read(rule, { negated: false, disabled: false }));
    return { ...newBlock(kind, rules), disabled };
  }
  const { disabled: _known, ...leaf } = condition;
  return { ...newRow(asCoreLeaf(leaf as Leaf)), negated: around.negated, disabled };
};

const off = ({ disabled }: RuleDraft) => (disabled ? { disabled: true } : {});

export const toCondition = (rule: RuleDraft): Condition => {
  if (!isBlock(rule)) {
    return rule.negated
      ? { type: 'not', rule: rule.leaf, ...off(rule) }
      : { ...rule.leaf, ...off(rule) };
  }
  const rules = rule.rules.map(toCondition);
  if (rule.kind === 'all' || rule.kind === 'any') return { type: rule.kind, rules, ...off(rule) };
  const type = rule.kind === 'none' ? 'any' : 'all';
  return { type: 'not', rule: { type, rules }, ...off(rule) };
};
