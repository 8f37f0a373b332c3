import type { GroupOfContactView, Ways } from '../../../../server/src/modules/groups/contract';
import type { Translate } from '../../shared/translate';

export type Place = Ways &
  Pick<GroupOfContactView, 'excluded' | 'accounts'> &
  Partial<Pick<GroupOfContactView, 'because'>>;

/** Why a contact is in a group: "By hand, by Acme"; of one that is kept out, that it is. */
export const waysInWords = (t: Translate, place: Place): string => {
  const ways = [
    place.byHand && t('groups.byHand'),
    place.byAccount && accountWords(t, place),
    place.byCondition && t('groups.byCondition'),
  ]
    .filter(Boolean)
    .join(', ');
  if (!place.excluded) return because(ways, place);
  return ways ? t('groups.isExcludedAlthough', { ways }) : t('groups.isExcluded');
};

/** The condition's own reason, where it is known, says more than that there is a condition. */
const because = (ways: string, { byCondition, byHand, byAccount, because: reason }: Place) =>
  byCondition && !byHand && !byAccount && reason
    ? `${capitalized(ways)} · ${reason}`
    : capitalized(ways);

const accountWords = (t: Translate, { accounts }: Place): string =>
  accounts.length > 0
    ? t('groups.byAccount', { accounts: accounts.join(', ') })
    : t('groups.byAnAccount');

const capitalized = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);
