/** What the builder offers to ask about. */
import type { Core } from '@strapi/strapi';
import { activityTypes } from '../../activities';
import { PURPOSES } from '../../privacy';
import { ACTIVITY_FIELDS } from '../activities/activity-fields';
import { entryFieldNames, findEntryField, isContentType } from '../content/entry-fields';
import type { CatalogueField, ConditionCatalogue } from '../contract';
import { accountFieldsAsked, contactFieldsAsked } from '../fields/asked-entities';
import { listFields, type AskedEntity, type EntityField } from '../fields/entity-field';
import { registeredLeaves } from '../leaf-types';
import { attribute } from '../leaves/attribute';
import { plainLabel } from '../say/say-question';
import { siteTimeZone } from '../service';

export const describeCatalogue = async (strapi: Core.Strapi): Promise<ConditionCatalogue> => ({
  fields: fieldsOf(strapi, contactFieldsAsked(strapi)),
  accountFields: fieldsOf(strapi, accountFieldsAsked(strapi)),
  activityFields: Object.entries(ACTIVITY_FIELDS).map(([name, { label, valueType }]) => ({
    name,
    label,
    valueType,
    indexed: name === 'url',
    ...(name === 'country' ? { entity: 'country' as const } : {}),
  })),
  activityTypes: (await activityTypes(strapi).list()).map(({ name, displayName }) => ({
    name,
    displayName,
  })),
  contentTypes: Object.keys(strapi.contentTypes)
    .filter((uid) => isContentType(strapi, uid))
    .map((uid) => ({
      uid,
      displayName: strapi.contentType(uid as never).info.displayName,
      fields: entryFields(strapi, uid),
    })),
  purposes: [...PURPOSES],
  timeZone: siteTimeZone(strapi),
  registered: registeredLeaves(strapi).map(({ type, form }) => ({
    type,
    label: form?.label ?? type,
    category: form?.category ?? 'own',
    fields: form?.fields ?? [],
  })),
});

const ENTITIES: Record<string, CatalogueField['entity']> = {
  owner: 'owner',
  status: 'status',
  country: 'country',
  tags: 'tag',
};

const fieldsOf = (strapi: Core.Strapi, asked: AskedEntity): CatalogueField[] =>
  listFields(strapi, asked).map((field) => ({
    name: field.name,
    label: capital(field.label ?? plainLabel(field.name)),
    valueType: field.valueType,
    ...(field.codes ? { options: optionsOf(field) } : {}),
    ...entityOf(asked, field.name),
    indexed: field.from === 'values' || !isRead(strapi, field),
    ...(field.from === 'values' ? { own: true } : {}),
  }));

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const optionsOf = (field: EntityField): CatalogueField['options'] => {
  if (field.from === 'values') {
    return field.definition.options.map(({ value, label }) => ({ value, label }));
  }
  return (field.codes ?? []).map((value) => ({ value, label: value }));
};

const entityOf = ({ entity }: AskedEntity, name: string): Pick<CatalogueField, 'entity'> => {
  if (entity.name === 'account' && name === 'status') return { entity: 'account-status' };
  return Object.hasOwn(ENTITIES, name) ? { entity: ENTITIES[name] } : {};
};

/** Row by row, because no index answers it. */
const isRead = (strapi: Core.Strapi, { name }: EntityField): boolean =>
  (
    attribute.warnings?.({ type: 'attribute', field: name, operator: 'isNotEmpty' }, { strapi }) ??
    []
  ).length > 0;

const entryFields = (strapi: Core.Strapi, uid: string): CatalogueField[] =>
  entryFieldNames(strapi, uid).map((name) => {
    const field = findEntryField(strapi, uid, name)?.field;
    return {
      name,
      label: capital(plainLabel(name).replace('.', ' › ')),
      valueType: field?.valueType ?? 'text',
      ...(field?.codes ? { options: field.codes.map((value) => ({ value, label: value })) } : {}),
      indexed: true,
    };
  });
