/** What of the values that are sent differs from what is stored. Decides only. */
import { isRecord } from '../records';
import type { FieldDefinition } from './contract';
import { readValue } from './read-value';
import { isEmptyValue, isSameValue, type StoredValues } from './stored-values';

interface Stored {
  stored: StoredValues;
  definitions: FieldDefinition[];
  country: string | null;
}

/** Compared as they would be stored. What is no object is answered as it is, to be refused. */
export const changedValues = (sent: unknown, { stored, definitions, country }: Stored): unknown => {
  if (sent === null) return Object.values(stored).every(isEmptyValue) ? {} : null;
  if (!isRecord(sent)) return sent;
  const known = new Map(definitions.map((definition) => [definition.name, definition]));
  return Object.fromEntries(
    Object.entries(sent).filter(([name, given]) => {
      const definition = known.get(name);
      if (!definition) return true;
      const outcome = readValue(definition, given, { country });
      const value = Object.hasOwn(stored, name) ? stored[name] : null;
      return 'problem' in outcome ? !isSameValue(given, value) : !isSameValue(outcome.value, value);
    })
  );
};
