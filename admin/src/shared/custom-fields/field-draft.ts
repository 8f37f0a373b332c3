/** A field as the dialog holds it, and as it is sent. */
import type {
  FieldDefinitionView,
  FieldDraft,
  FieldEntityName,
  FieldOption,
} from '../../../../server/src/platform/fields/contract';
import { toCode } from '../to-code';
import { hasOptions } from './kinds';

export interface Draft extends Omit<FieldDraft, 'help' | 'section'> {
  help: string;
  section: string;
}

export const emptyDraft = (entity: FieldEntityName): Draft => ({
  entity,
  name: '',
  displayName: '',
  help: '',
  kind: 'text',
  required: false,
  defaultValue: null,
  options: [],
  section: '',
});

export const toDraft = ({ help, section, ...field }: FieldDefinitionView): Draft => ({
  ...emptyDraft(field.entity),
  name: field.name,
  displayName: field.displayName,
  kind: field.kind,
  required: field.required,
  defaultValue: field.defaultValue,
  options: field.options,
  help: help ?? '',
  section: section ?? '',
});

/** Options without a name were not meant; a kind without options has none. */
export const toRequest = (draft: Draft): FieldDraft => ({
  ...draft,
  help: draft.help.trim() || null,
  section: draft.section.trim() || null,
  defaultValue: draft.defaultValue === '' ? null : draft.defaultValue,
  options: hasOptions(draft.kind) ? namedOptions(draft.options) : [],
});

/** The code of an option that is new follows its name, and is none that is taken. */
const namedOptions = (options: FieldOption[]): FieldOption[] => {
  const taken = new Set(options.map(({ value }) => value).filter(Boolean));
  return options.flatMap(({ value, label }) => {
    const name = label.trim();
    if (!name) return [];
    if (value) return [{ value, label: name }];
    const free = freeCode(toCode(name, '_') || 'option', taken);
    taken.add(free);
    return [{ value: free, label: name }];
  });
};

const freeCode = (code: string, taken: ReadonlySet<string>): string => {
  let free = code;
  for (let number = 2; taken.has(free); number += 1) free = `${code}_${number}`;
  return free;
};
