/** What somebody must be allowed to see whom a condition is answered for: the answer tells it. */
import type { Core } from '@strapi/strapi';
import { isRecord } from '../../platform/records';
import type { BuiltInRules, Shorthand } from './contract';
import { ASKED_PERMISSIONS, type AskedPermission } from './leaf';
import { registeredLeaves } from './leaf-types';

const NEEDED: Record<keyof BuiltInRules | Shorthand, readonly AskedPermission[]> = {
  attribute: [],
  status: [],
  state: [],
  owner: [],
  kind: [],
  subscription: [],
  tag: [],
  time: [],
  consent: [],
  account: ['accounts.read'],
  activity: ['activities.read'],
  sequence: ['activities.read'],
  content: ['activities.read'],
  accountActivity: ['accounts.read', 'activities.read'],
  group: ['groups.read'],
  score: ['scores.read'],
};

/** Of any input: what is no condition needs nothing, and is refused when it is read. */
export const permissionsOf = (strapi: Core.Strapi, input: unknown): AskedPermission[] => {
  const needed = new Map<unknown, readonly AskedPermission[]>(Object.entries(NEEDED));
  for (const { type, permissions = ASKED_PERMISSIONS } of registeredLeaves(strapi)) {
    needed.set(type, permissions);
  }
  return [...new Set(neededBy(input, needed, MOST_LEVELS))];
};

const MOST_LEVELS = 20;

const neededBy = (
  input: unknown,
  needed: ReadonlyMap<unknown, readonly AskedPermission[]>,
  levels: number
): AskedPermission[] => {
  if (!isRecord(input) || levels === 0) return [];
  const { type, rules, rule } = input;
  const below = [...(Array.isArray(rules) ? (rules as unknown[]) : []), rule];
  return [
    ...(needed.get(type) ?? []),
    ...below.flatMap((one) => neededBy(one, needed, levels - 1)),
  ];
};
