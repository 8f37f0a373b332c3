/** Codes or document ids, as they came from outside. */
import { isCleanText } from '../../../platform/clean-text';
import type { Refuse } from './read-question';

const MOST = 200;
const MAX_LENGTH = 255;

/** Undefined when nothing is named. */
export const readCodes = (input: unknown, path: string, refuse: Refuse): string[] | undefined => {
  if (input === undefined || input === null) return undefined;
  const isCode = (item: unknown): item is string =>
    typeof item === 'string' &&
    item.trim() !== '' &&
    item.length <= MAX_LENGTH &&
    isCleanText(item);
  if (!Array.isArray(input) || input.length === 0 || input.length > MOST || !input.every(isCode)) {
    return refuse(path, `${path} must be a list of 1 to ${MOST} texts`);
  }
  return [...new Set(input)];
};
