import { useCallback, useState } from 'react';
import { PLUGIN_ID } from '../plugin-id';

/** A choice this browser keeps. Where storage is full or forbidden it lasts as long as the page. */
export const useRemembered = <Value>(
  name: string,
  initial: Value,
  isValid: (value: unknown) => value is Value
) => {
  const key = `${PLUGIN_ID}.${name}`;
  const [value, setValue] = useState<Value | null>(() => read(key, isValid));
  const remember = useCallback(
    (next: Value) => {
      setValue(next);
      try {
        localStorage.setItem(key, JSON.stringify(next));
      } catch {
        // Private windows refuse: the choice still holds on this page.
      }
    },
    [key]
  );
  return [value ?? initial, remember] as const;
};

export const isStringList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

const read = <Value>(key: string, isValid: (value: unknown) => value is Value): Value | null => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isValid(value) ? value : null;
  } catch {
    return null;
  }
};
