/** Editing conditions: whatever is done, the tree stays whole, and there is a way back. */
import fc from 'fast-check';
import type { Condition } from '../../../server/src/modules/conditions/contract';
import {
  isBlock,
  newBlock,
  newRow,
  toCondition,
  toDraft,
  type BlockDraft,
  type RuleDraft,
} from '../../../admin/src/shared/conditions/tree/draft';
import {
  change,
  dissolve,
  duplicate,
  findPlace,
  findRule,
  insert,
  move,
  remove,
  wrap,
} from '../../../admin/src/shared/conditions/tree/edit-tree';
import {
  edited,
  redone,
  startHistory,
  undone,
} from '../../../admin/src/shared/conditions/tree/history';
import {
  locateProblem,
  problemParts,
} from '../../../admin/src/shared/conditions/tree/locate-problem';
import { placeAfter, STEPS } from '../../../admin/src/shared/conditions/tree/steps';

const country = (value: string): Condition => ({
  type: 'attribute',
  field: 'country',
  operator: 'in',
  value: [value],
});

const all = (rule: RuleDraft): RuleDraft[] =>
  isBlock(rule) ? [rule, ...rule.rules.flatMap(all)] : [rule];
const ids = (root: BlockDraft) => all(root).map(({ id }) => id);

const expectWhole = (root: BlockDraft) => {
  expect(isBlock(root)).toBe(true);
  expect(new Set(ids(root)).size).toBe(ids(root).length);
};

const leaf = fc.constantFrom('CZ', 'SK', 'DE').map(country);
const { condition: anyCondition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.record({
      type: fc.constantFrom('all' as const, 'any' as const),
      rules: fc.array(tie('condition'), { minLength: 1, maxLength: 4 }),
    }),
    tie('condition').map((rule): Condition => ({ type: 'not', rule })),
    tie('condition').map((rule): Condition => ({ ...rule, disabled: true }))
  ),
}));

const anyEdit = fc.record({
  what: fc.constantFrom('insert', 'move', 'remove', 'wrap', 'duplicate', 'dissolve', 'step', 'off'),
  one: fc.nat(),
  other: fc.nat(),
  index: fc.nat(5),
});
type Edit = typeof anyEdit extends fc.Arbitrary<infer One> ? One : never;

const apply = (root: BlockDraft, { what, one, other, index }: Edit): BlockDraft => {
  const rules = all(root);
  const id = rules[one % rules.length]?.id ?? '';
  const blocks = rules.filter(isBlock);
  const block = blocks[other % blocks.length] ?? root;
  const place = { block: block.id, index: Math.min(index, block.rules.length) };
  const step = placeAfter(root, id, STEPS[other % STEPS.length] ?? 'up');
  const edits: Record<string, () => BlockDraft> = {
    insert: () => insert(root, place, newRow({ type: 'group', group: 'vip' })),
    move: () => move(root, id, place),
    remove: () => remove(root, id),
    wrap: () => wrap(root, id, 'none'),
    duplicate: () => duplicate(root, id),
    dissolve: () => dissolve(root, id),
    step: () => (step ? move(root, id, step) : root),
    off: () => change(root, id, (rule) => ({ ...rule, disabled: !rule.disabled })),
  };
  return edits[what]?.() ?? root;
};

it('keeps a whole tree through any edits, and undo and redo lead back and forth', () => {
  fc.assert(
    fc.property(anyCondition, fc.array(anyEdit, { maxLength: 20 }), (condition, edits) => {
      let history = startHistory(toDraft(condition));
      const seen = [history.present];
      for (const edit of edits) {
        const next = apply(history.present, edit);
        expectWhole(next);
        if (next !== history.present) seen.push(next);
        history = edited(history, next);
      }
      for (const before of seen.slice(0, -1).reverse()) {
        history = undone(history);
        expect(history.present).toBe(before);
      }
      for (const after of seen.slice(1)) {
        history = redone(history);
        expect(history.present).toBe(after);
      }
    })
  );
});

it('moves rows without losing or doubling any', () => {
  fc.assert(
    fc.property(anyCondition, fc.array(anyEdit, { maxLength: 20 }), (condition, edits) => {
      let root = toDraft(condition);
      const before = ids(root).sort();
      for (const edit of edits)
        root = apply(root, { ...edit, what: edit.one % 2 ? 'move' : 'step' });
      expect(ids(root).sort()).toEqual(before);
    })
  );
});

const value = (condition: Condition, holds: (country: string) => boolean): boolean | null => {
  if (condition.disabled) return null;
  if (condition.type === 'not') {
    const inner = value(condition.rule, holds);
    return inner === null ? null : !inner;
  }
  if (condition.type === 'all' || condition.type === 'any') {
    const inside = condition.rules
      .map((rule) => value(rule, holds))
      .filter((one): one is boolean => one !== null);
    if (inside.length === 0) return null;
    return condition.type === 'all' ? inside.every(Boolean) : inside.some(Boolean);
  }
  return holds(JSON.stringify(condition));
};

it('asks the same after it was in the builder, and stays as it is from then on', () => {
  fc.assert(
    fc.property(anyCondition, fc.array(fc.string()), (condition, salt) => {
      const holds = (text: string) => (text.length + salt.length) % 2 === 0;
      const once = toCondition(toDraft(condition));
      expect(value(once, holds)).toBe(value(condition, holds));
      expect(toCondition(toDraft(once))).toEqual(once);
    })
  );
});

it('writes shorthands as the questions that they stand for', () => {
  const draft = toDraft({ type: 'tag', operator: 'in', value: ['vip'] });
  expect(toCondition(draft)).toEqual({
    type: 'all',
    rules: [{ type: 'attribute', field: 'tags', operator: 'in', value: ['vip'] }],
  });
});

it('does not put a block into itself', () => {
  const inner = newBlock('any', [newRow({ type: 'group', group: 'a' })]);
  const outer = newBlock('all', [inner]);
  const root = newBlock('all', [outer]);
  expect(move(root, outer.id, { block: inner.id, index: 0 })).toBe(root);
  expect(move(root, outer.id, { block: outer.id, index: 0 })).toBe(root);
});

it('goes up, down, in and out by one step', () => {
  const [first, second] = [
    newRow({ type: 'group', group: 'a' }),
    newRow({ type: 'group', group: 'b' }),
  ];
  const block = newBlock('any', [newRow({ type: 'group', group: 'c' })]);
  const root = newBlock('all', [first, block, second]);
  const order = (tree: BlockDraft) =>
    tree.rules.map((rule) => (isBlock(rule) ? rule.rules.map(({ id }) => id) : rule.id));
  const stepped = (id: string, step: (typeof STEPS)[number], tree = root) => {
    const to = placeAfter(tree, id, step);
    return to ? move(tree, id, to) : null;
  };
  expect(order(stepped(second.id, 'up') ?? root)).toEqual([
    first.id,
    second.id,
    [block.rules[0]?.id],
  ]);
  const inside = stepped(second.id, 'in') ?? root;
  expect(order(inside)).toEqual([first.id, [block.rules[0]?.id, second.id]]);
  expect(order(stepped(second.id, 'out', inside) ?? root)).toEqual(order(root));
  expect(order(stepped(first.id, 'in') ?? root)).toEqual([
    [first.id, block.rules[0]?.id],
    second.id,
  ]);
  expect(stepped(first.id, 'up')).toBeNull();
  expect(stepped(second.id, 'down')).toBeNull();
  expect(stepped(first.id, 'out')).toBeNull();
});

it('takes letter after letter in one field as one step back', () => {
  const root = newBlock('all', [newRow({ type: 'group', group: '' })]);
  const id = root.rules[0]?.id ?? '';
  let history = startHistory(root);
  for (const group of ['v', 'vi', 'vip']) {
    const next = change(history.present, id, (rule) =>
      isBlock(rule) ? rule : { ...rule, leaf: { type: 'group', group } }
    );
    history = edited(history, next, `${id} group`);
  }
  expect(history.past).toHaveLength(1);
  expect(undone(history).present).toBe(root);
});

it('finds the row that a problem of the server is about', () => {
  const root = toDraft({
    type: 'all',
    rules: [
      country('CZ'),
      { type: 'not', rule: { type: 'any', rules: [country('SK'), country('DE')] } },
    ],
  });
  const none = root.rules[1];
  const german = none && isBlock(none) ? none.rules[1] : undefined;
  expect(locateProblem(root, problemParts('rules[1].rule.rules[1].operator'))).toBe(german?.id);
  expect(locateProblem(root, problemParts(['condition', 'rules', '0', 'field']))).toBe(
    root.rules[0]?.id
  );
  expect(locateProblem(root, problemParts(['rules', '9', 'field']))).toBe(root.id);
  expect(locateProblem(root, [])).toBe(root.id);
  expect(findRule(root, none?.id ?? '')).toBe(none);
  expect(findPlace(root, root.id)).toBeNull();
});
