/** What can change a condition's answer, besides time; and whether time can. */
import type { Core } from '@strapi/strapi';
import { leafOf } from './compile';
import type { CoreCondition, CoreLeaf, Dependencies } from './contract';
import { isBlock, isNot } from './nodes';

const NOTHING: Dependencies = {
  fields: [],
  activities: [],
  accountActivities: [],
  accounts: false,
  consent: false,
  groups: [],
  scores: [],
  contentTypes: [],
  clock: false,
};

export const leavesOf = (condition: CoreCondition): CoreLeaf[] => {
  if (isBlock(condition)) return condition.rules.flatMap(leavesOf);
  return isNot(condition) ? leavesOf(condition.rule) : [condition];
};

export const dependenciesOf = (strapi: Core.Strapi, condition: CoreCondition): Dependencies =>
  leavesOf(condition).reduce((all, leaf) => {
    const type = leafOf(strapi, leaf);
    return join(all, { ...NOTHING, ...type.dependsOn(leaf), clock: type.isTimed(leaf) });
  }, NOTHING);

const join = (one: Dependencies, other: Dependencies): Dependencies => ({
  fields: together(one.fields, other.fields),
  activities: together(one.activities, other.activities),
  accountActivities: together(one.accountActivities, other.accountActivities),
  accounts: one.accounts || other.accounts,
  consent: one.consent || other.consent,
  groups: together(one.groups, other.groups),
  scores: together(one.scores, other.scores),
  contentTypes: together(one.contentTypes, other.contentTypes),
  clock: one.clock || other.clock,
});

const together = (one: string[], other: string[]): string[] => [...new Set([...one, ...other])];
