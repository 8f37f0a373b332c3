/** Changes of a draft, each giving a new one. What makes no sense leaves it as it is. */
import { isBlock, newBlock, newId, type BlockDraft, type BlockKind, type RuleDraft } from './draft';

export interface Place {
  block: string;
  /** Among the block's rules, before the change. */
  index: number;
}

/** The row, its block and its place in it; null for the root and for what is not there. */
export interface Found {
  rule: RuleDraft;
  parent: BlockDraft;
  index: number;
}

export const findRule = (root: RuleDraft, id: string): RuleDraft | null => {
  if (root.id === id) return root;
  if (!isBlock(root)) return null;
  for (const rule of root.rules) {
    const found = findRule(rule, id);
    if (found) return found;
  }
  return null;
};

export const findPlace = (root: BlockDraft, id: string): Found | null => {
  for (const [index, rule] of root.rules.entries()) {
    if (rule.id === id) return { rule, parent: root, index };
    const found = isBlock(rule) ? findPlace(rule, id) : null;
    if (found) return found;
  }
  return null;
};

/** Changes one row, wherever it is. */
export const change = <Rule extends RuleDraft>(
  root: Rule,
  id: string,
  next: (rule: RuleDraft) => RuleDraft
): Rule => {
  if (root.id === id) return next(root) as Rule;
  if (!isBlock(root)) return root;
  const rules = root.rules.map((rule) => change(rule, id, next));
  return rules.every((rule, index) => rule === root.rules[index]) ? root : { ...root, rules };
};

const changeBlock = (
  root: BlockDraft,
  id: string,
  next: (rules: RuleDraft[]) => RuleDraft[]
): BlockDraft =>
  change(root, id, (rule) => (isBlock(rule) ? { ...rule, rules: next(rule.rules) } : rule));

export const insert = (root: BlockDraft, { block, index }: Place, rule: RuleDraft): BlockDraft =>
  changeBlock(root, block, (rules) => [...rules.slice(0, index), rule, ...rules.slice(index)]);

/** The root stays. */
export const remove = (root: BlockDraft, id: string): BlockDraft => {
  const place = findPlace(root, id);
  if (!place) return root;
  return changeBlock(root, place.parent.id, (rules) => rules.filter((rule) => rule.id !== id));
};

/** A block does not go into itself. */
export const move = (root: BlockDraft, id: string, to: Place): BlockDraft => {
  const from = findPlace(root, id);
  const block = findRule(root, to.block);
  if (!from || !block || !isBlock(block) || findRule(from.rule, to.block)) return root;
  const isSame = from.parent.id === to.block;
  const index = isSame && from.index < to.index ? to.index - 1 : to.index;
  if (isSame && index === from.index) return root;
  return insert(remove(root, id), { block: to.block, index }, from.rule);
};

export const wrap = (root: BlockDraft, id: string, kind: BlockKind): BlockDraft =>
  root.id === id ? newBlock(kind, [root]) : change(root, id, (rule) => newBlock(kind, [rule]));

/** What is in the block stands where the block stood. */
export const dissolve = (root: BlockDraft, id: string): BlockDraft => {
  const place = findPlace(root, id);
  if (!place || !isBlock(place.rule)) return root;
  const { rules } = place.rule;
  return changeBlock(root, place.parent.id, (all) =>
    all.flatMap((rule) => (rule.id === id ? rules : [rule]))
  );
};

export const withNewIds = (rule: RuleDraft): RuleDraft =>
  isBlock(rule)
    ? { ...rule, id: newId(), rules: rule.rules.map(withNewIds) }
    : { ...rule, id: newId() };

/** The copy stands right after it. */
export const duplicate = (root: BlockDraft, id: string): BlockDraft => {
  const place = findPlace(root, id);
  if (!place) return root;
  const { rule, parent, index } = place;
  return insert(root, { block: parent.id, index: index + 1 }, withNewIds(rule));
};
