/**
 * Text as a database takes it: PostgreSQL refuses NUL and lone surrogates, and neither means anything
 * in a title or an address. Control characters go too, so that stored text can be logged and exported.
 */
// eslint-disable-next-line no-control-regex -- control characters are what this is about
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;
// eslint-disable-next-line no-control-regex -- as above
const SUSPECT = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uD800-\uDFFF]/;

export const cleanText = (text: string, maxLength: number): string => {
  const clean = SUSPECT.test(text) ? toWellFormed(text).replace(CONTROLS, '') : text;
  return clean.length > maxLength ? toWellFormed(clean.slice(0, maxLength)) : clean;
};

const LONE_SURROGATES = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const toWellFormed = (text: string): string => text.replace(LONE_SURROGATES, '\uFFFD');
