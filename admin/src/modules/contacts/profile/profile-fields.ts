/** Which fields the profile shows, in which groups, and how their values travel. */
import type { FormHelpers } from '@strapi/strapi/admin';
import type {
  FieldDescription,
  FieldGroup,
} from '../../../../../server/src/platform/fields/contract';
import { readField, toNested, type Values } from '../../../shared/fields/field-value';

export interface ProfileGroup {
  group: FieldGroup;
  /** The heading that an editor gave to fields of the settings; null is the group's own. */
  section: string | null;
  fields: FieldDescription[];
}

/** Changed in a card's header, not here. */
const IN_HEADER = new Set(['state', 'status', 'owner']);
const ORDER: FieldGroup[] = ['account', 'person', 'contact', 'address', 'custom', 'tracking'];

/** The fields by group and section, empty groups left out. */
export const toGroups = (fields: FieldDescription[]): ProfileGroup[] =>
  ORDER.flatMap((group) => {
    const members = fields.filter((field) => field.group === group && !IN_HEADER.has(field.name));
    return sectionsOf(members).map((section) => ({
      group,
      section,
      fields: members.filter((field) => sectionOf(field) === section),
    }));
  });

const sectionOf = ({ custom }: FieldDescription): string | null => custom?.section ?? null;

/** Those without a section first; sections in the order of their first field. */
const sectionsOf = (members: FieldDescription[]): (string | null)[] => {
  const sections = [...new Set(members.map(sectionOf))];
  return sections.includes(null) ? [null, ...sections.filter(Boolean)] : sections;
};

export const isInForm = (field: FieldDescription): boolean =>
  field.editable && field.editor === 'plain';

export type ProfileValues = Values;

/** Only what the form holds: a field a plain form cannot hold must not be written back by it. */
export const toFormValues = (record: ProfileValues, fields: FieldDescription[]): ProfileValues =>
  toNested(fields.filter(isInForm).map(({ name }) => [name, readField(record, name) ?? null]));

export interface ProfileChange {
  data: ProfileValues;
  /** Names of fields whose text is no JSON. */
  unreadable: string[];
}

/** What differs from what was loaded; empty text becomes null, typed JSON becomes its value. */
export const toChange = (
  values: ProfileValues,
  initial: ProfileValues,
  fields: FieldDescription[]
): ProfileChange => {
  const changed: [string, unknown][] = [];
  const unreadable: string[] = [];
  for (const { name, type } of fields.filter(isInForm)) {
    const value = readField(values, name);
    if (value === readField(initial, name)) continue;
    if (type === 'json' && typeof value === 'string') {
      const parsed = parseJson(value);
      if (parsed === undefined) unreadable.push(name);
      else changed.push([name, parsed.value]);
    } else {
      changed.push([name, value === '' || value === undefined ? null : value]);
    }
  }
  return { data: toNested(changed), unreadable };
};

type FormErrors = Parameters<FormHelpers<ProfileValues>['setErrors']>[0];

/** Messages by field name, as Strapi's form takes them: by path. */
export const toFormErrors = (messages: Record<string, string>): FormErrors =>
  toNested(Object.entries(messages)) as FormErrors;

const parseJson = (text: string): { value: unknown } | undefined => {
  if (text.trim() === '') return { value: null };
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
};
