/** The database itself is not there (it restarts, is full, the line was cut): no value is to blame. */
const CODES = new Set([
  // Node's sockets.
  ...['ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT'],
  // MariaDB, and its driver.
  ...['PROTOCOL_CONNECTION_LOST', 'ER_CON_COUNT_ERROR', 'ER_SERVER_SHUTDOWN'],
  ...[
    'ER_CONNECTION_KILLED',
    'ER_DISK_FULL',
    'ER_RECORD_FILE_FULL',
    'ER_OPTION_PREVENTS_STATEMENT',
  ],
  // Another process holds the file for longer than anybody should wait.
  ...['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', 'SQLITE_FULL', 'SQLITE_CANTOPEN', 'SQLITE_READONLY'],
]);

/**
 * PostgreSQL's classes "connection exception", "insufficient resources" and "operator intervention",
 * and its answer of a server that may only read.
 */
const POSTGRES = /^(08|53|57P)[0-9A-Z]{2,3}$|^25006$/;

/** What knex and the drivers say without a code. */
const WORDS =
  /connection terminated|connection ended|connection timeout|timeout acquiring a connection|closed state|not queryable/i;

export const isOutage = (error: unknown): boolean => {
  const { code, message } = Object(error) as { code?: unknown; message?: unknown };
  if (typeof code !== 'string') return typeof message === 'string' && WORDS.test(message);
  return CODES.has(code) || POSTGRES.test(code) || code.startsWith('SQLITE_IOERR');
};
