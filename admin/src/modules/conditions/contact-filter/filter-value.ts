import type { Condition } from '../../../../../server/src/modules/conditions/contract';
import { parseText } from '../../../shared/conditions/tree/parse-text';

/** The list takes a filter's values apart at commas: put together they are the text again. */
export const fromValues = (values: string[]): Condition | null => {
  const read = parseText(values.join());
  return 'condition' in read ? read.condition : null;
};

/** As the address can hold it: commas inside of texts would be lost where they are doubled. */
export const toValues = (condition: Condition): string[] => [textOf(condition)];

export const textOf = (condition: Condition): string =>
  JSON.stringify(condition).replace(/"(?:[^"\\]|\\.)*"/g, (text) =>
    text.replaceAll(',', '\\u002c')
  );

/** The server takes no more, and browsers little more, in an address. */
export const isTooLong = (condition: Condition): boolean => textOf(condition).length > MOST_LETTERS;

const MOST_LETTERS = 4_000;
