/** Every kind of leaf there is: the built-in ones, and those that a site registers. */
import type { Core } from '@strapi/strapi';
import type { BuiltInRules, CoreLeaf, RegisteredRule } from './contract';
import { ASKED_PERMISSIONS, type LeafType } from './leaf';
import { account } from './leaves/account';
import { accountActivity } from './leaves/account-activity';
import { activity } from './leaves/activity';
import { attribute } from './leaves/attribute';
import { consent } from './leaves/consent';
import { content } from './leaves/content';
import { group } from './leaves/group';
import { score } from './leaves/score';
import { sequence } from './leaves/sequence';
import { time } from './leaves/time';

const builtIn: { [Type in keyof BuiltInRules]: LeafType<BuiltInRules[Type]> } = {
  attribute,
  account,
  activity,
  sequence,
  accountActivity,
  content,
  group,
  score,
  consent,
  time,
};

const registered = new WeakMap<Core.Strapi, Map<string, LeafType<RegisteredRule>>>();

/** Of rules of its own type; whoever has a rule has checked that. */
export type AnyLeafType = LeafType<CoreLeaf>;

export const leafType = (strapi: Core.Strapi, type: string): AnyLeafType | undefined => {
  const own: Record<string, unknown> = builtIn;
  const found = Object.hasOwn(own, type) ? own[type] : registered.get(strapi)?.get(type);
  return found as AnyLeafType | undefined;
};

export const registeredLeaves = (strapi: Core.Strapi): LeafType<RegisteredRule>[] => [
  ...(registered.get(strapi)?.values() ?? []),
];

const NAME = /^[a-z][a-z0-9-]*\.[a-z][a-zA-Z0-9-]*$/;

/** Throws a sentence that stops the boot. */
export const registerLeaf = (strapi: Core.Strapi, leaf: LeafType<RegisteredRule>): void => {
  if (!NAME.test(leaf.type)) {
    throw new Error(
      `contact-management: a leaf type is named such as "shop.loyalty", not "${leaf.type}"`
    );
  }
  if (leaf.permissions?.some((permission) => !ASKED_PERMISSIONS.includes(permission))) {
    throw new Error(
      `contact-management: "${leaf.type}" may take ${ASKED_PERMISSIONS.join(', ')}, and nothing else`
    );
  }
  const known = registered.get(strapi) ?? new Map<string, LeafType<RegisteredRule>>();
  if (known.has(leaf.type)) {
    throw new Error(`contact-management: leaf type "${leaf.type}" is registered twice`);
  }
  registered.set(strapi, known.set(leaf.type, leaf));
};
