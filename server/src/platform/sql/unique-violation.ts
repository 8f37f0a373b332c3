/** Which unique index a failed write ran into, read from each driver's own error. */
interface DriverError {
  code?: unknown;
  message?: unknown;
  constraint?: unknown;
}

export interface UniqueIndex {
  table: string;
  name: string;
  columns: string[];
}

export const violates = (error: unknown, index: UniqueIndex): boolean => {
  const { code, constraint, message } = (error ?? {}) as DriverError;
  if (code === '23505') return constraint === index.name;
  if (code === 'ER_DUP_ENTRY') return String(message).includes(index.name);
  if (code !== 'SQLITE_CONSTRAINT_UNIQUE') return false;
  const columns = index.columns.map((column) => `${index.table}.${column}`).join(', ');
  return String(message).includes(`UNIQUE constraint failed: ${columns}`);
};
