/** Why somebody has points, in words: the rule's name, and what it was that somebody did. */
import type { AwardView, ScoreRuleSettings } from '../contract';

export const reasonOf = (
  rule: Pick<ScoreRuleSettings, 'name'> | undefined,
  activity: AwardView['activity']
): string => {
  const name = rule?.name ?? 'A rule that is being removed';
  if (!activity) return name;
  const what = activity.title ?? activity.url;
  return what ? `${name}: ${what}` : name;
};
