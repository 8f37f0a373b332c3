/** Another transaction stood in the way, and the database gave ours up: trying again may succeed. */
const CODES = new Set([
  // PostgreSQL: serialization_failure, deadlock_detected.
  '40001',
  '40P01',
  // MariaDB: deadlock, lock wait timeout, the row changed under a snapshot.
  'ER_LOCK_DEADLOCK',
  'ER_LOCK_WAIT_TIMEOUT',
  'ER_CHECKREAD',
  'SQLITE_BUSY',
  'SQLITE_BUSY_SNAPSHOT',
]);

export const isWriteConflict = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && CODES.has(String(error.code));

/** What went wrong, for the log: without the statement, whose values are somebody's data. */
export const causeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown';
  const { code, sqlMessage, detail } = error as {
    code?: string;
    sqlMessage?: string;
    detail?: string;
  };
  if (!code) return `${error.name}: ${error.message}`;
  return [code, sqlMessage ?? detail].filter(Boolean).join(': ');
};
