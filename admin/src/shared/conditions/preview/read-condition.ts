/** A whole condition as one sentence, in the editor's language. */
import type { Condition } from '../../../../../server/src/modules/conditions/contract';
import { describeLeaf } from '../leaves/describe';
import type { SayContext } from '../leaves/say-context';
import { isBlock, toDraft, type RuleDraft } from '../tree/draft';

export const readCondition = (condition: Condition, context: SayContext): string => {
  const text = read(toDraft(condition), context, true);
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
};

const read = (rule: RuleDraft, context: SayContext, isRoot = false): string => {
  const { t } = context;
  if (!isBlock(rule)) {
    const text = describeLeaf(rule.leaf, context).join(', ');
    return rule.negated ? t('conditions.readingNot', { text }) : text;
  }
  const inside = rule.rules.filter(({ disabled }) => !disabled).map((one) => read(one, context));
  const word = t(
    rule.kind === 'any' || rule.kind === 'none' ? 'conditions.readingOr' : 'conditions.readingAnd'
  );
  const text = inside.join(` ${word} `);
  if (rule.kind === 'none' || rule.kind === 'notAll') return t('conditions.readingNot', { text });
  return isRoot || inside.length < 2 ? text : `(${text})`;
};
