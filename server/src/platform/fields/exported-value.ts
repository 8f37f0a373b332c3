/** A field's value in a CSV file: options by what is stored, so that the file can be read in again. */
import type { FieldValue } from './contract';

export const exportedValue = (values: Record<string, FieldValue>, code: string): unknown => {
  const value = Object.hasOwn(values, code) ? values[code] : null;
  return Array.isArray(value) ? value.join(', ') : value;
};
