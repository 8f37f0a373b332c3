/** A field's definition on its way in: what it may be called, and what goes with its kind. */
import { yup, validateYupSchemaSync } from '@strapi/utils';
import { isCleanText } from '../clean-text';
import type { FieldProblem } from '../field-problem';
import { FIELD_KINDS, type FieldChange, type FieldDraft, type FieldOption } from './contract';
import { readValue } from './read-value';

const NAME = /^[a-z][a-z0-9_]{0,62}$/;
const MAX_OPTIONS = 200;
const MAX_OPTION_LENGTH = 100;
export const MAX_FIELDS = 200;

const shortText = (max: number) =>
  yup
    .string()
    .trim()
    .max(max)
    .test(
      'clean',
      '${path} holds characters that no text has',
      (text?: string | null) => typeof text !== 'string' || isCleanText(text)
    );

const option = yup
  .object({
    value: shortText(MAX_OPTION_LENGTH)
      .matches(/^[^,]*$/, '${path} may not hold a comma')
      .required(),
    label: shortText(MAX_OPTION_LENGTH).required(),
  })
  .noUnknown();

const changeable = {
  displayName: shortText(100),
  help: shortText(255).nullable(),
  section: shortText(100).nullable(),
  required: yup.boolean(),
  defaultValue: yup.mixed().nullable(),
  options: yup.array().of(option).max(MAX_OPTIONS),
};

const draftSchema = yup
  .object({
    ...changeable,
    entity: yup.string().required(),
    displayName: changeable.displayName.required(),
    name: yup
      .string()
      .matches(NAME, 'A code starts with a letter and holds lower-case letters, digits and _')
      .required(),
    kind: yup
      .string()
      .oneOf([...FIELD_KINDS])
      .required(),
  })
  .noUnknown();

const changeSchema = yup
  .object({ ...changeable, displayName: changeable.displayName.min(1) })
  .noUnknown();

/** Throws a ValidationError that names what is wrong. `given` is what came from outside. */
export const parseDraft = (given: unknown): FieldDraft => {
  const draft = validateYupSchemaSync(draftSchema)(trimmed(given)) as Partial<FieldDraft> &
    Pick<FieldDraft, 'entity' | 'name' | 'displayName' | 'kind'>;
  return {
    ...draft,
    help: draft.help || null,
    section: draft.section || null,
    required: draft.required ?? false,
    options: draft.options ?? [],
    defaultValue: draft.defaultValue ?? null,
  };
};

export const parseChange = (given: unknown): FieldChange => {
  const change = validateYupSchemaSync(changeSchema)(trimmed(given)) as FieldChange;
  return {
    ...change,
    ...(change.help === '' ? { help: null } : {}),
    ...(change.section === '' ? { section: null } : {}),
  };
};

/** yup is strict here, and refuses to trim by itself. */
const trimmed = (given: unknown): unknown => {
  if (typeof given === 'string') return given.trim();
  if (Array.isArray(given)) return given.map(trimmed);
  if (typeof given !== 'object' || given === null) return given;
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, trimmed(value)]));
};

const CHOICES = new Set(['select', 'multiSelect']);

/** What no schema says of the parts together. */
export const problemsOf = (field: Omit<FieldDraft, 'entity'>): FieldProblem[] => [
  ...(field.name in {} ? [{ field: 'name', message: `"${field.name}" cannot be a code` }] : []),
  ...optionProblems(field.kind, field.options),
  ...defaultProblems(field),
];

const optionProblems = (kind: FieldDraft['kind'], options: FieldOption[]): FieldProblem[] => {
  const problem = (message: string) => [{ field: 'options', message }];
  if (!CHOICES.has(kind)) return options.length > 0 ? problem('Only choices have options') : [];
  if (options.length === 0) return problem('Give it at least one option');
  const values = options.map(({ value }) => value);
  const twice = values.find((value, at) => values.indexOf(value) !== at);
  return twice === undefined ? [] : problem(`The option "${twice}" is there twice`);
};

const defaultProblems = (field: Omit<FieldDraft, 'entity'>): FieldProblem[] => {
  const outcome = readValue(field, field.defaultValue);
  return 'problem' in outcome
    ? [{ field: 'defaultValue', message: `The default ${outcome.problem}` }]
    : [];
};

/** `first_name` is `firstName`: a field that looks like one of ours would be taken for it. */
export const shadowedAttribute = (name: string, attributes: string[]): string | undefined => {
  const bare = (text: string) => text.replace(/_/g, '').toLowerCase();
  return attributes.find((attribute) => bare(attribute) === bare(name));
};
