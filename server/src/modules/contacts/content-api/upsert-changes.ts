/** What of a row that is sent differs from the contact as it is stored. */
import type { Core } from '@strapi/strapi';
import { changedValues } from '../../../platform/fields/changed-values';
import { CUSTOM_VALUES, type FieldDefinition } from '../../../platform/fields/contract';
import {
  isEmptyValue,
  readStored,
  type StoredValues,
} from '../../../platform/fields/stored-values';
import { isRecord } from '../../../platform/records';
import { toStored } from '../contact-row';
import { CONTACT_UID } from '../contract';
import { normalizeContact, type ContactData, type StoredContact } from '../normalize-contact';
import type { Policy } from './parse-upserts';

/** With what the named relations point at, which Strapi leaves out unless asked. Null: gone. */
export const readForComparison = async (
  strapi: Core.Strapi,
  documentId: string,
  names: string[]
): Promise<(ContactData & StoredContact) | null> => {
  const contact: unknown = await strapi
    .documents(CONTACT_UID)
    .findOne({ documentId, populate: populationOf(strapi, names) as never });
  return contact as (ContactData & StoredContact) | null;
};

/** Compared as they would be stored: "ANN@X.test " is no change of "ann@x.test". */
export const changesOf = (
  before: ContactData & StoredContact,
  data: ContactData,
  { policy, fields }: { policy: Policy; fields: FieldDefinition[] }
): ContactData => {
  const { [CUSTOM_VALUES]: values, ...own } = data;
  const wanted = normalizeContact(own, toStored(before), new Date()).data;
  const changes = Object.fromEntries(
    Object.entries(own).filter(
      ([name]) =>
        (policy === 'overwrite' || isEmpty(before[name])) && !isSame(before[name], wanted[name])
    )
  );
  if (values === undefined) return changes;
  const stored = readStored(before[CUSTOM_VALUES]);
  const country = textOrNull(wanted.country) ?? before.country;
  const custom = changedValues(values, { stored, definitions: fields, country });
  const chosen = policy === 'overwrite' ? custom : withoutFilled(custom, stored);
  return isEmptyObject(chosen) ? changes : { ...changes, [CUSTOM_VALUES]: chosen };
};

/** A value that is wrong is among the changes, and refused when it is written. */
const withoutFilled = (changes: unknown, stored: StoredValues): unknown =>
  isRecord(changes)
    ? Object.fromEntries(
        Object.entries(changes).filter(
          ([name]) => !Object.hasOwn(stored, name) || isEmptyValue(stored[name])
        )
      )
    : {};

const isEmptyObject = (value: unknown) => isRecord(value) && Object.keys(value).length === 0;

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

interface Attribute {
  type: string;
  target?: string;
}

/** Kept outside of the contact's row. */
const APART = new Set(['relation', 'media', 'component', 'dynamiczone']);

const populationOf = (strapi: Core.Strapi, names: string[]): Record<string, unknown> => {
  const attributes = strapi.contentType(CONTACT_UID).attributes as Record<string, Attribute>;
  return Object.fromEntries(
    names.flatMap((name) => {
      const attribute = attributes[name];
      if (!attribute || !APART.has(attribute.type)) return [];
      const isReference = Boolean(attribute.target) || attribute.type === 'media';
      return [[name, isReference ? { fields: ['documentId'] } : true]];
    })
  );
};

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || isEmptyList(value);

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

const isSame = (stored: unknown, wanted: unknown): boolean => {
  if (isEmpty(stored)) return isEmpty(wanted);
  if (isReferenced(stored)) return refersTo(wanted, stored);
  return JSON.stringify(stored) === JSON.stringify(wanted);
};

interface Referenced {
  id: number;
  documentId: string;
}

/** As it was asked for above: a JSON value is never taken for one, unless it holds just the same. */
const isReferenced = (stored: unknown): stored is Referenced =>
  isRecord(stored) &&
  Object.keys(stored).length === 2 &&
  typeof stored.id === 'number' &&
  typeof stored.documentId === 'string';

/** Strapi takes one target as its id, its document id, an object with either, or set or connected. */
const refersTo = (wanted: unknown, stored: Referenced): boolean => {
  if (wanted === stored.id || wanted === stored.documentId) return true;
  if (Array.isArray(wanted)) return wanted.length === 1 && refersTo(wanted[0], stored);
  if (!isRecord(wanted)) return false;
  const { documentId, id, set, connect, disconnect } = wanted;
  if (!isEmpty(disconnect)) return false;
  return [documentId ?? id, set, connect].some((one) => one !== undefined && refersTo(one, stored));
};
