/**
 * Tables of the modules below accounts that hold an account's row number: a bulk deletion keeps their
 * rows, and its undo puts them back.
 */
import type { Reference } from './kept-rows/links';

const known: Reference[] = [];

/** The same for every site in a process: modules do not differ. */
export const setAccountTables = (tables: Reference[]): void => {
  known.splice(0, known.length, ...tables);
};

export const accountTables = (): readonly Reference[] => known;
