/** An activity as a sentence: "Visited “Pricing”", "State changed: prospect → client (purchase)". */
import type { IntlShape } from 'react-intl';
import type { Translate, TranslationId } from '../../../shared/translate';
import type {
  ActivityType,
  ActivityView,
} from '../../../../../server/src/modules/activities/contract';
import { hostOf, pathOf } from '../../../shared/read-url';

export interface Words {
  t: Translate;
  intl: IntlShape;
  /** A status in the words an editor gave it; null for one that is gone. */
  statusName: (code: string) => string | null;
}
type Tell = (activity: ActivityView, words: Words) => string;

export const tellActivity = (
  activity: ActivityView,
  type: ActivityType | undefined,
  words: Words
): string => {
  const tell = SENTENCES[activity.type];
  if (tell) return tell(activity, words);
  const name = type?.displayName ?? activity.type;
  const what = subjectOf(activity, words);
  const told = what ? words.t('activity.other', { name, what }) : name;
  return activity.value === null ? told : `${told} (${amountOf(activity, words)})`;
};

/** A sentence with the page, product or form in it, and one for when nothing is known of that. */
const about =
  (withSubject: TranslationId, without: TranslationId): Tell =>
  (activity, words) => {
    const what = subjectOf(activity, words);
    return what ? words.t(withSubject, { what }) : words.t(without);
  };

/** The amount, and the title where there is one: a shop's thank-you page says nothing. */
const worth =
  (of: { both: TranslationId; value: TranslationId; without: Tell }): Tell =>
  (activity, words) => {
    if (activity.value === null) return of.without(activity, words);
    const value = amountOf(activity, words);
    if (!activity.title) return words.t(of.value, { value });
    return words.t(of.both, { value, what: words.t('activity.quoted', { text: activity.title }) });
  };

const plain =
  (id: TranslationId): Tell =>
  (_activity, { t }) =>
    t(id);

const search =
  (id: TranslationId): Tell =>
  (activity, { t }) =>
    t(id, { what: textOf(activity.data, 'query') ?? activity.title ?? pathOf(activity.url) ?? '' });

/** Most engines keep the phrase to themselves. */
const fromSearch: Tell = ({ data }, { t }) => {
  const query = textOf(data, 'query');
  if (query) return t('activity.externalsearch', { what: query });
  const engine = textOf(data, 'engine');
  return engine
    ? t('activity.externalsearch.engine', { what: engineName(engine) })
    : t('activity.externalsearch.plain');
};

const engineName = (code: string): string =>
  code === 'duckduckgo' ? 'DuckDuckGo' : code.charAt(0).toUpperCase() + code.slice(1);

const STATE_WORDS: Record<string, TranslationId> = {
  prospect: 'state.prospect',
  partner: 'state.partner',
  client: 'state.client',
  other: 'state.other',
};

const stateName = (code: string, { t }: Words): string | null => {
  const id = STATE_WORDS[code];
  return id ? t(id) : null;
};

const change =
  (id: TranslationId, nameOf: (code: string, words: Words) => string | null): Tell =>
  ({ data }, words) => {
    const { t } = words;
    const name = (key: 'from' | 'to') => {
      const code = textOf(data, key);
      return code ? (nameOf(code, words) ?? code) : t('activity.nothing');
    };
    const told = t(id, { from: name('from'), to: name('to') });
    const why = textOf(data, 'why');
    return why ? t('activity.because', { told, why: whyOf(why, t) }) : told;
  };

const WHY: Record<string, TranslationId> = {
  purchase: 'why.purchase',
  identified: 'why.identified',
  import: 'why.import',
};
const whyOf = (why: string, t: Translate): string => (WHY[why] ? t(WHY[why]) : why);

const SENTENCES: Record<string, Tell> = {
  pagevisit: about('activity.pagevisit', 'activity.pagevisit.plain'),
  landingpage: about('activity.landingpage', 'activity.landingpage.plain'),
  externalsearch: fromSearch,
  internalsearch: search('activity.internalsearch'),
  formsubmit: about('activity.formsubmit', 'activity.formsubmit.plain'),
  registration: plain('activity.registration'),
  login: plain('activity.login'),
  subscription: about('activity.subscription', 'activity.subscription.plain'),
  unsubscription: about('activity.unsubscription', 'activity.unsubscription.plain'),
  optout: plain('activity.optout'),
  emailopen: about('activity.emailopen', 'activity.emailopen.plain'),
  emailclick: about('activity.emailclick', 'activity.emailclick.plain'),
  productadded: about('activity.productadded', 'activity.productadded.plain'),
  productremoved: about('activity.productremoved', 'activity.productremoved.plain'),
  wishlist: about('activity.wishlist', 'activity.wishlist.plain'),
  purchase: worth({
    both: 'activity.purchase.titled',
    value: 'activity.purchase',
    without: plain('activity.purchase.plain'),
  }),
  purchasedproduct: worth({
    both: 'activity.purchasedproduct.titled',
    value: 'activity.purchasedproduct.value',
    without: about('activity.purchasedproduct', 'activity.purchasedproduct.plain'),
  }),
  checkoutabandoned: worth({
    both: 'activity.checkoutabandoned.titled',
    value: 'activity.checkoutabandoned',
    without: plain('activity.checkoutabandoned.plain'),
  }),
  download: about('activity.download', 'activity.download.plain'),
  outboundlink: (activity, { t }) =>
    t('activity.outboundlink', { what: hostOf(activity.url) ?? activity.url ?? '' }),
  statechange: change('activity.statechange', stateName),
  statuschange: change('activity.statuschange', (code, { statusName }) => statusName(code)),
  note: about('activity.note', 'activity.note.plain'),
  meeting: about('activity.meeting', 'activity.meeting.plain'),
  call: about('activity.call', 'activity.call.plain'),
  task: about('activity.task', 'activity.task.plain'),
  merged: about('activity.merged', 'activity.merged.plain'),
  imported: plain('activity.imported'),
};

/** The title in quotes, else the path. */
const subjectOf = ({ title, url }: ActivityView, { t }: Words): string | null =>
  title ? t('activity.quoted', { text: title }) : pathOf(url);

const amountOf = ({ value, data }: ActivityView, { intl }: Words): string => {
  const currency = textOf(data, 'currency');
  if (value === null) return '';
  if (!currency || !/^[A-Za-z]{3}$/.test(currency)) return intl.formatNumber(value);
  return intl.formatNumber(value, { style: 'currency', currency: currency.toUpperCase() });
};

const textOf = (data: ActivityView['data'], key: string): string | null => {
  const value = data?.[key];
  return typeof value === 'string' && value !== '' ? value : null;
};
