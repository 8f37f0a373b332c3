/** Values of rules that have been read: their operator says which of these one is. */
import type { ConditionValue } from './contract';

type Value = ConditionValue | undefined;

export const textsOf = (value: Value): string[] =>
  (Array.isArray(value) ? value : [value]).map((one) =>
    typeof one === 'object' ? JSON.stringify(one) : String(one)
  );

export const textOf = (value: Value): string => textsOf(value)[0] ?? '';
