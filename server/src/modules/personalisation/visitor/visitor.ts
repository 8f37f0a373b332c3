/** Who asks for content, and what may be known of them: by their key, or by a token that was signed here. */
import type { Core } from '@strapi/strapi';
import { now, SECOND } from '../../../platform/clock';
import { visitorGroupsOf } from '../../../platform/visitor-groups';
import type { Condition } from '../../conditions/contract';
import type { VisitorKey } from '../../identity';
import { toVisitorKey, visitorStanding } from '../../tracking';
import { askableGroups, groupsAskedBy, onlyAskable } from '../audience/askable-groups';
import type { Answers } from '../audience/choose';
import { conditionKey } from '../audience/condition-key';
import { seedOf } from '../splits/bucket';
import type { Audience } from '../contract';
import { matchingConditions } from './matching-conditions';
import { audienceSecret } from './secret';
import { verifyAudience } from './token';

/** Who somebody is, as far as audiences go. */
export interface Visitor {
  /** Null for somebody without a key, and for a token: they leave no trace. */
  key: VisitorKey | null;
  groups: string[];
  seed: number | null;
  /** Keys of those that match, or null for those that nobody can tell of. */
  matching: (conditions: Map<string, Condition>) => Promise<Map<string, boolean | null>>;
}

const none = (conditions: Map<string, Condition>) =>
  Promise.resolve(new Map([...conditions.keys()].map((key) => [key, false])));

export const STRANGER: Visitor = { key: null, groups: [], seed: null, matching: none };

/** `given` is a visitor's key or an audience token. Whatever is neither is nobody. */
export const visitorOf = async (strapi: Core.Strapi, given: string | null): Promise<Visitor> => {
  if (given === null) return STRANGER;
  const key = toVisitorKey(given);
  return key ? visitorByKey(strapi, key) : visitorByToken(strapi, given);
};

export const visitorByKey = async (strapi: Core.Strapi, key: VisitorKey): Promise<Visitor> => {
  const standing = await visitorStanding(strapi, key);
  const known =
    standing.as === 'itself' ? await contactAsVisitor(strapi, standing.contactId) : STRANGER;
  return { ...known, key, seed: seedOf(key) };
};

/** Somebody of whom nothing is known but that they are in a group. */
export const memberAsVisitor = (group: string): Visitor => ({ ...STRANGER, groups: [group] });

/** Somebody whom no browser stands for. */
export const contactAsVisitor = async (
  strapi: Core.Strapi,
  contactId: number
): Promise<Visitor> => ({
  key: null,
  groups: await visitorGroupsOf(strapi, contactId),
  seed: null,
  matching: (conditions) => matchingConditions(strapi, contactId, conditions),
});

const visitorByToken = (strapi: Core.Strapi, token: string): Visitor => {
  const verdict = verifyAudience(token, {
    secret: audienceSecret(strapi),
    nowSeconds: Math.floor(now() / SECOND),
  });
  if (!verdict.valid) return STRANGER;
  const { groups, conditions, seed } = verdict.claims;
  const held = new Set(conditions);
  return {
    key: null,
    groups,
    seed,
    matching: (asked) =>
      Promise.resolve(new Map([...asked.keys()].map((key) => [key, held.has(key)]))),
  };
};

/** What has to be known to choose between these audiences. */
export const answersFor = async (
  strapi: Core.Strapi,
  visitor: Visitor,
  audiences: (Audience | null)[]
): Promise<Answers> => {
  const conditions = new Map<string, Condition>();
  const codes = new Set<string>();
  for (const audience of audiences) {
    if (audience?.condition) conditions.set(conditionKey(audience.condition), audience.condition);
    for (const code of groupsAskedBy(strapi, audience)) codes.add(code);
  }
  const askable = await askableGroups(strapi, [...codes]);
  const asked = onlyAskable(strapi, conditions, askable);
  const matching = asked.size > 0 ? await visitor.matching(asked) : new Map();
  return {
    groups: new Set(visitor.groups.filter((code) => askable.has(code))),
    askable,
    matches: (condition) => (matching.get(conditionKey(condition)) as boolean | null) ?? null,
    seed: visitor.seed,
  };
};
