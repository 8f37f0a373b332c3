import type {
  BuiltInRules,
  Leaf,
  RegisteredRule,
} from '../../../../../server/src/modules/conditions/contract';

export type LeafTypeName = keyof BuiltInRules;
export type BuiltInLeaf = BuiltInRules[LeafTypeName];

/** Of a site's own making: these have a dot in their name. */
export const isRegistered = (leaf: Leaf): leaf is RegisteredRule => leaf.type.includes('.');

/** Every kind of leaf that the plugin has itself. */
export const LEAF_TYPES: Record<LeafTypeName, true> = {
  attribute: true,
  account: true,
  activity: true,
  sequence: true,
  accountActivity: true,
  content: true,
  group: true,
  score: true,
  consent: true,
  time: true,
};
