/** What an `integer` column holds on PostgreSQL and MariaDB; SQLite would take more. */
export const INTEGER_RANGE = { min: -2_147_483_648, max: 2_147_483_647 } as const;

/** Whether such a column could hold it. PostgreSQL calls a search for any other number an error. */
export const isColumnInteger = (value: unknown): value is number =>
  typeof value === 'number' &&
  Number.isInteger(value) &&
  value >= INTEGER_RANGE.min &&
  value <= INTEGER_RANGE.max;
