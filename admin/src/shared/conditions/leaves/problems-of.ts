/** What is wrong with a draft, by row. */
import type { ConditionCatalogue } from '../../../../../server/src/modules/conditions/contract';
import type { TranslationId } from '../../translate';
import { isBlock, type RuleDraft } from '../tree/draft';
import { missingIn } from './missing';

/** Every row that is not complete, with the id of the sentence that says so. */
export const problemsOf = (
  rule: RuleDraft,
  catalogue: ConditionCatalogue
): Map<string, TranslationId> => new Map(entries(rule, catalogue));

const entries = (rule: RuleDraft, catalogue: ConditionCatalogue): [string, TranslationId][] => {
  if (!isBlock(rule)) {
    const missing = missingIn(rule.leaf, catalogue);
    return missing ? [[rule.id, missing]] : [];
  }
  const inside = rule.rules.flatMap((one) => entries(one, catalogue));
  if (rule.rules.length === 0) return [[rule.id, 'conditions.missing.rules']];
  return inside;
};

/** Nothing of it would be asked. */
export const isOff = (rule: RuleDraft): boolean =>
  rule.disabled || (isBlock(rule) && rule.rules.length > 0 && rule.rules.every(isOff));
