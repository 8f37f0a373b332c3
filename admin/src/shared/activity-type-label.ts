import type { ActivityType } from '../../../server/src/modules/activities/contract';
import type { Translate, TranslationId } from './translate';

const LABELS: Record<string, TranslationId> = {
  pagevisit: 'type.pagevisit',
  landingpage: 'type.landingpage',
  externalsearch: 'type.externalsearch',
  internalsearch: 'type.internalsearch',
  formsubmit: 'type.formsubmit',
  registration: 'type.registration',
  login: 'type.login',
  subscription: 'type.subscription',
  unsubscription: 'type.unsubscription',
  optout: 'type.optout',
  emailopen: 'type.emailopen',
  emailclick: 'type.emailclick',
  productadded: 'type.productadded',
  productremoved: 'type.productremoved',
  wishlist: 'type.wishlist',
  purchase: 'type.purchase',
  purchasedproduct: 'type.purchasedproduct',
  checkoutabandoned: 'type.checkoutabandoned',
  download: 'type.download',
  outboundlink: 'type.outboundlink',
  statechange: 'type.statechange',
  statuschange: 'type.statuschange',
  note: 'type.note',
  meeting: 'type.meeting',
  call: 'type.call',
  task: 'type.task',
  merged: 'type.merged',
  imported: 'type.imported',
};

/** Built-in types in the editor's language; a site's own as the site named it. */
export const typeLabel = ({ name, displayName, custom }: LabelledType, t: Translate): string => {
  const id = custom ? undefined : LABELS[name];
  return id ? t(id) : displayName;
};

type LabelledType = Pick<ActivityType, 'name' | 'displayName'> & Partial<ActivityType>;
