/** What a rule gives its points for, in words. */
import type {
  BlockRule,
  Condition,
  NotRule,
} from '../../../../../server/src/modules/conditions/contract';
import type { ScoreRuleSettings } from '../../../../../server/src/modules/scoring/contract';
import { nameOfActivity } from '../../../shared/conditions/leaves/catalogue-names';
import { describeLeaf } from '../../../shared/conditions/leaves/describe';
import { describeQuestion } from '../../../shared/conditions/leaves/describe-question';
import type { SayContext } from '../../../shared/conditions/leaves/say-context';

export const sayTrigger = (on: ScoreRuleSettings['on'], context: SayContext): string => {
  if (on.kind === 'condition') return sayCondition(on.condition, context);
  const questions = (on.where ?? []).map((one) => describeQuestion(one, 'activity', context));
  return [nameOfActivity(context.catalogue, on.activity, context.t), ...questions].join(' · ');
};

const isBlock = (condition: Condition): condition is BlockRule =>
  condition.type === 'all' || condition.type === 'any';

const isNot = (condition: Condition): condition is NotRule => condition.type === 'not';

const sayCondition = (condition: Condition, context: SayContext): string => {
  const { t } = context;
  if (isNot(condition)) return t('scores.saidNot', { what: sayCondition(condition.rule, context) });
  if (!isBlock(condition)) return describeLeaf(condition, context).join(' · ');
  const parts = condition.rules
    .filter(({ disabled }) => !disabled)
    .map((rule) =>
      isBlock(rule) ? `(${sayCondition(rule, context)})` : sayCondition(rule, context)
    );
  return parts.join(` ${t(condition.type === 'all' ? 'scores.saidAnd' : 'scores.saidOr')} `);
};
