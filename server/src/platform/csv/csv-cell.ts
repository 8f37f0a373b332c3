/**
 * One value as a cell of a CSV file. A spreadsheet runs text that begins like a formula, also behind
 * spaces and control characters that it drops (OWASP, "CSV injection"); such text gets an apostrophe.
 */

/** White space, control and invisible format characters, then a sign that starts a formula. */
const FORMULA = /^[\s\p{Cc}\p{Cf}\p{Z}]*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20|%]/u;
/** A tab or a line break at the beginning moves what follows into a cell of its own. */
const LEADING_BREAK = /^[\t\r\n]/;
/** A phone number or an amount is no formula. */
const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

export const toCell = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return escapeFormula(typeof value === 'string' ? value : toText(value));
};

const toText = (value: unknown): string =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')
    ? value.join(', ')
    : JSON.stringify(value);

const escapeFormula = (text: string): string =>
  (FORMULA.test(text) || LEADING_BREAK.test(text)) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
