/**
 * Rules that can be worked out. One that asks for a field that is gone since cannot: what it gave stands
 * as it is, and nobody gets or loses anything by it until somebody mends it.
 */
import type { Core } from '@strapi/strapi';
import { conditions } from '../conditions';
import type { LiveRule, LiveScore } from './live-rules';

export const workingRules = (
  strapi: Core.Strapi,
  scores: LiveScore[]
): { working: LiveRule[]; broken: LiveRule[] } => {
  const working: LiveRule[] = [];
  const broken: LiveRule[] = [];
  for (const rule of scores.flatMap(({ rules }) => rules)) {
    (works(strapi, rule) ? working : broken).push(rule);
  }
  return { working, broken };
};

const works = (strapi: Core.Strapi, { on, score, ruleId }: LiveRule): boolean => {
  try {
    if (on.kind === 'condition') conditions(strapi).matching(on.condition);
    else if (on.where) conditions(strapi).activityTest(on.where);
    return true;
  } catch (error) {
    strapi.log.warn(
      `contact-management: rule ${ruleId} of the score ${score} is left as it is: ${String(error)}`
    );
    return false;
  }
};
