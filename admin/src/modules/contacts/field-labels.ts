/** Words for the plugin's own fields; a site's fields bring their own label. */
import type { FieldDescription } from '../../../../server/src/modules/contacts/contract';
import type { TranslationId, Translate } from '../../shared/translate';

const LABELS: Record<string, TranslationId> = {
  displayName: 'field.displayName',
  email: 'field.email',
  salutation: 'field.salutation',
  firstName: 'field.firstName',
  middleName: 'field.middleName',
  lastName: 'field.lastName',
  suffix: 'field.suffix',
  jobTitle: 'field.jobTitle',
  companyName: 'field.companyName',
  phone: 'field.phone',
  phoneUnreadable: 'field.phoneUnreadable',
  mobilePhone: 'field.mobilePhone',
  mobilePhoneUnreadable: 'field.mobilePhoneUnreadable',
  addressLine1: 'field.addressLine1',
  addressLine2: 'field.addressLine2',
  city: 'field.city',
  postalCode: 'field.postalCode',
  region: 'field.region',
  country: 'field.country',
  birthday: 'field.birthday',
  gender: 'field.gender',
  language: 'field.language',
  timezone: 'field.timezone',
  website: 'field.website',
  state: 'field.state',
  status: 'field.status',
  owner: 'field.owner',
  kind: 'field.kind',
  subscription: 'field.subscription',
  monitored: 'field.monitored',
  externalId: 'field.externalId',
  source: 'field.source',
  firstUtmSource: 'field.firstUtmSource',
  firstUtmMedium: 'field.firstUtmMedium',
  firstUtmCampaign: 'field.firstUtmCampaign',
  firstUtmTerm: 'field.firstUtmTerm',
  firstUtmContent: 'field.firstUtmContent',
  lastUtmSource: 'field.lastUtmSource',
  lastUtmMedium: 'field.lastUtmMedium',
  lastUtmCampaign: 'field.lastUtmCampaign',
  lastUtmTerm: 'field.lastUtmTerm',
  lastUtmContent: 'field.lastUtmContent',
  firstSeenAt: 'field.firstSeenAt',
  lastActivityAt: 'field.lastActivityAt',
  identifiedAt: 'field.identifiedAt',
  createdAt: 'field.createdAt',
  updatedAt: 'field.updatedAt',
  score: 'field.score',
  tags: 'field.tags',
  notes: 'field.notes',
};

export const fieldLabel = (t: Translate, { name, label, core }: LabelledField): string => {
  const id = core ? LABELS[name] : undefined;
  return id ? t(id) : label;
};

type LabelledField = Pick<FieldDescription, 'name' | 'label' | 'core'>;
