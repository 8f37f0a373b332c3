/** What becomes of an entity's custom values when somebody sends some of them. Decides only. */
import type { FieldProblem } from '../field-problem';
import { isRecord } from '../records';
import { CUSTOM_VALUES, type FieldDefinition } from './contract';
import { readValue } from './read-value';
import { isEmptyValue, isSameValue, parseJson, type StoredValues } from './stored-values';

export interface ValuesWrite {
  /** As it came: undefined says nothing, null empties every field, an object names some of them. */
  sent: unknown;
  /** Null for a new entity, which gets defaults. */
  stored: StoredValues | null;
  /** Those in use. */
  definitions: FieldDefinition[];
  country: string | null;
}

export interface MergedValues {
  values: StoredValues;
  problems: FieldProblem[];
}

/** Values that are stored and not named stay, those of deleted fields too; null takes one away. */
export const mergeValues = (write: ValuesWrite): MergedValues => {
  const { stored, definitions } = write;
  const sent = readSent(write);
  if (!sent) return refused(CUSTOM_VALUES, `${CUSTOM_VALUES} must be an object`);
  const known = new Map(definitions.map((definition) => [definition.name, definition]));
  const values = new Map(Object.entries(stored ?? {}));
  const problems: FieldProblem[] = [];
  for (const [name, given] of Object.entries(sent)) {
    const definition = known.get(name);
    // What is stored may stay as it is: an option may have been taken away since.
    if (values.has(name) && isSameValue(given, values.get(name))) continue;
    const outcome = definition
      ? readValue(definition, given, { country: write.country })
      : { problem: `There is no custom field "${name.slice(0, MAX_ECHO)}"` };
    if ('value' in outcome) setValue(values, name, outcome.value);
    else problems.push(toProblem(name, definition, outcome.problem));
  }
  const wrong = new Set(problems.map(({ field }) => field));
  const lacking = missing(write, values, sent).filter(({ field }) => !wrong.has(field));
  return { values: Object.fromEntries(values), problems: [...problems, ...lacking] };
};

const MAX_ECHO = 63;

const refused = (field: string, message: string): MergedValues => ({
  values: {},
  problems: [{ field, message }],
});

/** Null when what came is no object. */
const readSent = ({ sent, stored, definitions }: ValuesWrite): Record<string, unknown> | null => {
  const given = typeof sent === 'string' ? fromText(sent) : sent;
  if (given === null && stored) return emptied(definitions);
  const named = given ?? {};
  if (!isRecord(named)) return null;
  return stored ? named : { ...defaultsOf(definitions), ...named };
};

/** The Content Manager's form may send JSON as text; what is no JSON stays text, and is refused. */
const fromText = (text: string): unknown => (text.trim() === '' ? null : (parseJson(text) ?? text));

const emptied = (definitions: FieldDefinition[]) =>
  Object.fromEntries(definitions.map(({ name }) => [name, null]));

const defaultsOf = (definitions: FieldDefinition[]) =>
  Object.fromEntries(
    definitions.flatMap(({ name, defaultValue }) =>
      isEmptyValue(defaultValue) ? [] : [[name, defaultValue]]
    )
  );

const setValue = (
  values: Map<string, StoredValues[string]>,
  name: string,
  value: StoredValues[string]
) => {
  if (value === null) values.delete(name);
  else values.set(name, value);
};

/** A new entity has all that is required; an old one is not emptied of it. */
const missing = (
  { definitions, stored }: ValuesWrite,
  values: Map<string, StoredValues[string]>,
  sent: object
): FieldProblem[] =>
  definitions
    .filter(({ name, required }) => required && !values.has(name))
    .filter(({ name }) => !stored || (Object.hasOwn(sent, name) && Object.hasOwn(stored, name)))
    .map((definition) => toProblem(definition.name, definition, 'is required'));

const toProblem = (
  name: string,
  definition: FieldDefinition | undefined,
  problem: string
): FieldProblem => ({
  field: `${CUSTOM_VALUES}.${name}`,
  message: definition ? `${definition.displayName} (${name}) ${problem}` : problem,
});
