/**
 * What keeps groups and scores right: every write that can change an answer says in its own transaction
 * whom it is about and what has changed, and what hangs on that is worked out again within seconds.
 */
import type { Core } from '@strapi/strapi';

/** What has changed about a contact, or about everybody in an account. */
export interface Changes {
  /** Types of what it did. */
  activities?: string[];
  /** Names of attributes; `customFields` stands for all fields of the settings. */
  fields?: string[];
  /** Its memberships, or one of its accounts. */
  account?: boolean;
  /** Of an account: who belongs to it, or what they did taken together. */
  people?: boolean;
  consent?: boolean;
  /** Codes of groups that it has entered or left. */
  groups?: string[];
  /** Codes of scores whose total is another. */
  scores?: string[];
  /** Anything may have: it is new, has been merged, or is back. */
  all?: boolean;
}

/** What can change a rule's answer; see Dependencies of the conditions. */
export interface RuleDependencies {
  fields: string[];
  /** `*` is any type. */
  activities: string[];
  /** Types that change the answer for everybody in the account of who did it. */
  accountActivities: string[];
  accounts: boolean;
  consent: boolean;
  groups: string[];
  scores: string[];
}

export interface RecalculatedRule {
  /** `group:vip`: what it is counted under. */
  key: string;
  dependsOn: RuleDependencies;
}

export interface Evaluation {
  /** Place of the rule in the list. */
  rule: number;
  contactIds: number[];
}

export interface OpenRules {
  rules: RecalculatedRule[];
  /**
   * Works the rules out again for these contacts. May be asked twice for the same; throws when it has
   * to be asked again. `changes` tells why, by contact.
   */
  evaluate(evaluations: Evaluation[], changes: ReadonlyMap<number, Changes>): Promise<void>;
}

/** What a module keeps up to date with contacts. */
export interface Recalculated {
  /** The rules there are now: asked after the changes were read, so that none is missed. */
  open(strapi: Core.Strapi): Promise<OpenRules>;
}

/** Everybody who shares an account with these contacts, or is in one of these accounts, also above and below. */
export type Relatives = (
  strapi: Core.Strapi,
  about: { contactIds: number[]; accountIds: number[] }
) => Promise<number[]>;
