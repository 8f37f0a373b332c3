/** Keeps scores up with their contacts: the rules that a change can affect, for whom it is about. */
import type { Core } from '@strapi/strapi';
import type {
  Evaluation,
  OpenRules,
  RuleDependencies,
} from '../../platform/recalculation/contract';
import { isEms } from '../../config';
import { conditions } from '../conditions';
import { readLiveScores, type LiveRule } from './live-rules';
import { settle } from './settle';
import { workingRules } from './working-rules';

const NOTHING: RuleDependencies = {
  fields: [],
  activities: [],
  accountActivities: [],
  accounts: false,
  consent: false,
  groups: [],
  scores: [],
};

export const openScores = async (strapi: Core.Strapi): Promise<OpenRules> => {
  const scores = isEms(strapi) ? await readLiveScores(strapi) : [];
  const { working: rules } = workingRules(strapi, scores);
  return {
    rules: rules.map((rule) => ({
      key: `score:${rule.score}:${rule.ruleId}`,
      dependsOn: dependenciesOf(strapi, rule),
    })),
    evaluate: (evaluations) => settle(strapi, { scores, ...affected(rules, evaluations) }),
  };
};

const dependenciesOf = (strapi: Core.Strapi, { on }: LiveRule): RuleDependencies =>
  on.kind === 'activity'
    ? { ...NOTHING, activities: [on.activity] }
    : conditions(strapi).dependencies(on.condition);

/** Everybody for every rule that is asked: one statement is cheaper than one for each rule. */
const affected = (rules: LiveRule[], evaluations: Evaluation[]) => ({
  scope: { ids: [...new Set(evaluations.flatMap(({ contactIds }) => contactIds))] },
  rules: evaluations.flatMap(({ rule }) => rules[rule] ?? []),
});
