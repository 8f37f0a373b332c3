import { Typography } from '@strapi/design-system';
import type { SeenPart, Why } from '../../../../../server/src/modules/personalisation/contract';
import { enumerate } from '../../../shared/list/enumerate';
import { useCan } from '../../../shared/permissions';
import { useTranslate, type Translate } from '../../../shared/translate';
import ConditionWords from '../input/condition-words';

/** Why something is shown or not, a sentence to a line. */
export const Reasons = ({ part }: { part: SeenPart }) => {
  const t = useTranslate();
  const { why, priority } = part;
  return (
    <>
      <Line>{reasonOf(t, part)}</Line>
      {why && why.groups.length > 0 && <Line>{groupsIn(t, why)}</Line>}
      {why?.condition && <ConditionReason {...why.condition} />}
      {why?.split && <Line>{t('personalisation.arm', { ...why.split })}</Line>}
      {priority !== 0 && <Line>{t('personalisation.priority', { priority })}</Line>}
    </>
  );
};

const Line = ({ children }: { children: string }) => (
  <Typography
    tag="p"
    variant="pi"
    textColor="neutral600"
    paddingTop={1}
    style={{ overflowWrap: 'anywhere' }}
  >
    {children}
  </Typography>
);

/** Whether another entry takes the place of one is asked when a list is read, not here. */
const reasonOf = (t: Translate, { component, reason }: SeenPart): string =>
  component === null && reason === 'fallback'
    ? t('personalisation.entryFallback')
    : t(`personalisation.reason.${reason}`);

const groupsIn = (t: Translate, { match, groups }: Why): string => {
  const those = groups.filter(({ isIn }) => isIn);
  if (those.length > 0) {
    return t('personalisation.inGroups', { groups: enumerate(titlesOf(those), t) });
  }
  return t(match === 'none' ? 'personalisation.notForGroups' : 'personalisation.forGroups', {
    groups: enumerate(titlesOf(groups), t),
  });
};

const titlesOf = (groups: Why['groups']): string[] => groups.map(({ title }) => title);

const ConditionReason = ({ rule, text, matches }: NonNullable<Why['condition']>) => {
  const t = useTranslate();
  const mayRead = useCan('contacts.read');
  return (
    <>
      <Line>{t(`personalisation.condition.${answerOf(matches)}`)}</Line>
      {mayRead ? <ConditionWords condition={rule} variant="pi" /> : <Line>{text}</Line>}
    </>
  );
};

const answerOf = (matches: boolean | null): 'yes' | 'no' | 'unknown' => {
  if (matches === null) return 'unknown';
  return matches ? 'yes' : 'no';
};
