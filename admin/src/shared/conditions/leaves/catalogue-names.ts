/** What the things of the catalogue are called in the editor's language. */
import type {
  CatalogueField,
  ConditionCatalogue,
} from '../../../../../server/src/modules/conditions/contract';
import { typeLabel } from '../../activity-type-label';
import { fieldLabel } from '../../fields/field-labels';
import type { Translate, TranslationId } from '../../translate';

/** Whose fields are asked about: contacts', accounts', activities', or those of a content type by its uid. */
export type FieldsOf = 'contact' | 'account' | 'activity' | (string & {});

export const fieldsOf = (catalogue: ConditionCatalogue, of: FieldsOf): CatalogueField[] => {
  if (of === 'contact') return catalogue.fields;
  if (of === 'account') return catalogue.accountFields;
  if (of === 'activity') return catalogue.activityFields;
  const registered = catalogue.registered.find(({ type }) => type === of);
  return registered?.fields ?? catalogue.contentTypes.find(({ uid }) => uid === of)?.fields ?? [];
};

/** Paths below `data` have no entry of their own: they hold text. */
export const fieldIn = (
  catalogue: ConditionCatalogue,
  of: FieldsOf,
  name: string
): CatalogueField | undefined =>
  fieldsOf(catalogue, of).find((field) => field.name === name) ??
  (of === 'activity' && /^data\../.test(name)
    ? { name, label: name, valueType: 'text', indexed: false }
    : undefined);

const ACTIVITY_FIELDS: Record<string, TranslationId> = {
  url: 'conditions.activityField.url',
  title: 'conditions.activityField.title',
  referrer: 'conditions.activityField.referrer',
  value: 'conditions.activityField.value',
  item: 'conditions.activityField.item',
  itemType: 'conditions.activityField.itemType',
  locale: 'field.language',
  browser: 'conditions.activityField.browser',
  os: 'conditions.activityField.os',
  device: 'conditions.activityField.device',
  country: 'field.country',
  utmSource: 'conditions.activityField.utmSource',
  utmMedium: 'conditions.activityField.utmMedium',
  utmCampaign: 'conditions.activityField.utmCampaign',
  utmTerm: 'conditions.activityField.utmTerm',
  utmContent: 'conditions.activityField.utmContent',
};

export const nameOfField = (
  catalogue: ConditionCatalogue,
  of: FieldsOf,
  name: string,
  t: Translate
): string => {
  const field = fieldIn(catalogue, of, name);
  if (!field) return name;
  if (of === 'activity') {
    const id = ACTIVITY_FIELDS[name];
    return id ? t(id) : field.label;
  }
  return fieldLabel(t, { ...field, core: !field.own && (of === 'contact' || of === 'account') });
};

const PURPOSES: Record<string, TranslationId> = {
  tracking: 'conditions.purpose.tracking',
  email: 'conditions.purpose.email',
};

export const nameOfPurpose = (purpose: string, t: Translate): string => {
  const id = PURPOSES[purpose];
  return id ? t(id) : purpose;
};

export const nameOfActivity = (
  catalogue: ConditionCatalogue,
  name: string,
  t: Translate
): string => {
  if (name === '*') return t('conditions.anyActivity');
  const type = catalogue.activityTypes.find((one) => one.name === name);
  return type ? typeLabel(type, t) : name;
};
