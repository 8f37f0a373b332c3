/** The database refused a value: too long, out of range, no date. Which one, it may tell in SQL only. */
const MARIADB = new Set([
  'ER_DATA_TOO_LONG',
  'ER_WARN_DATA_OUT_OF_RANGE',
  'ER_TRUNCATED_WRONG_VALUE',
  'ER_TRUNCATED_WRONG_VALUE_FOR_FIELD',
  'WARN_DATA_TRUNCATED',
]);

/** ER_CONSTRAINT_FAILED: a JSON column is text with a check. mysql2 gives it the name MySQL has for 4025. */
const MARIADB_CONSTRAINT_FAILED = 4025;

/** PostgreSQL's class 22 is "data exception". SQLite takes any value. */
const POSTGRES = /^22[0-9A-Z]{3}$/;

export const isRefusedValue = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (MARIADB.has(String(error.code)) ||
    POSTGRES.test(String(error.code)) ||
    ('errno' in error && error.errno === MARIADB_CONSTRAINT_FAILED));
