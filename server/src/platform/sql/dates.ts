/** A datetime as knex hands it out: milliseconds on SQLite, a Date elsewhere. */
export type StoredDate = Date | number | string | null;

export const toDate = (value: StoredDate): Date | null => (value === null ? null : new Date(value));
