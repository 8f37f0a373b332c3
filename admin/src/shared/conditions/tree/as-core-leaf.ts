import type { Leaf, Shorthand } from '../../../../../server/src/modules/conditions/contract';

/** The field that each shorthand stands for. */
const FIELDS: Record<Shorthand, string> = {
  status: 'status',
  state: 'state',
  owner: 'owner',
  kind: 'kind',
  subscription: 'subscription',
  tag: 'tags',
};

const isShorthand = (type: string): type is Shorthand => Object.hasOwn(FIELDS, type);

/** Shorthands become the questions they stand for, as they do on the server. */
export const asCoreLeaf = (leaf: Leaf): Leaf => {
  if (!isShorthand(leaf.type)) return leaf;
  const { type, ...question } = leaf;
  return { ...question, type: 'attribute', field: FIELDS[type] } as Leaf;
};
