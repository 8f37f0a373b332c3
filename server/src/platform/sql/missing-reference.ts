/** A row points at one that is not there any more: somebody deleted it meanwhile. */
const CODES = new Set(['23503', 'ER_NO_REFERENCED_ROW_2', 'SQLITE_CONSTRAINT_FOREIGNKEY']);

export const isMissingReference = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && CODES.has(String(error.code));
