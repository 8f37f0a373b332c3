import type { Shorthand } from './contract';

/** The field that a shorthand is about. */
export const fieldOf = (type: Shorthand): string => (type === 'tag' ? 'tags' : type);
