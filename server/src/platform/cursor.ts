/** Opaque positions for keyset paging: JSON in base64url. */
import { errors } from '@strapi/utils';

export const encodeCursor = (position: unknown[]): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url');

/** Throws a ValidationError when the cursor is not `length` finite numbers, as these positions are. */
export const decodeNumbers = (cursor: string, length: number): number[] => {
  const position = parse(cursor);
  const valid =
    Array.isArray(position) &&
    position.length === length &&
    position.every((part) => Number.isSafeInteger(part));
  if (!valid) throw new errors.ValidationError('This cursor is not one that this list gave out');
  return position as number[];
};

const parse = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
};
