/** Which fields the profile shows, in which groups, and how their values travel. */
import type {
  ContactDetail,
  FieldDescription,
  FieldGroup,
} from '../../../../../server/src/modules/contacts/contract';

export interface ProfileGroup {
  group: FieldGroup;
  fields: FieldDescription[];
}

/** Changed in the card's header, not here. */
const IN_HEADER = new Set(['state', 'status', 'owner']);
const ORDER: FieldGroup[] = ['person', 'contact', 'address', 'custom', 'tracking'];

/** The fields by group, empty groups left out. */
export const toGroups = (fields: FieldDescription[]): ProfileGroup[] =>
  ORDER.map((group) => ({
    group,
    fields: fields.filter((field) => field.group === group && !IN_HEADER.has(field.name)),
  })).filter(({ fields: members }) => members.length > 0);

export const isInForm = (field: FieldDescription): boolean =>
  field.editable && field.editor === 'plain';

export type ProfileValues = Record<string, unknown>;

/** Only what the form holds: a field a plain form cannot hold must not be written back by it. */
export const toFormValues = (contact: ContactDetail, fields: FieldDescription[]): ProfileValues =>
  Object.fromEntries(fields.filter(isInForm).map(({ name }) => [name, contact[name] ?? null]));

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
  const change: ProfileChange = { data: {}, unreadable: [] };
  for (const { name, type } of fields.filter(isInForm)) {
    const value = values[name];
    if (value === initial[name]) continue;
    if (type === 'json' && typeof value === 'string') {
      const parsed = parseJson(value);
      if (parsed === undefined) change.unreadable.push(name);
      else change.data[name] = parsed.value;
    } else {
      change.data[name] = value === '' || value === undefined ? null : value;
    }
  }
  return change;
};

const parseJson = (text: string): { value: unknown } | undefined => {
  if (text.trim() === '') return { value: null };
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
};
