/** What an `integer` column holds on PostgreSQL and MariaDB; SQLite would take more. */
export const INTEGER_RANGE = { min: -2_147_483_648, max: 2_147_483_647 } as const;
