import knex, { type Knex } from 'knex';
import type { TestDatabase } from '../../tests/support/databases';

const DRIVERS: Record<TestDatabase['kind'], string> = {
  sqlite: 'better-sqlite3',
  postgres: 'pg',
  mysql: 'mysql2',
};

/** A connection of the benchmark's own to a site's database. */
export const connect = ({ kind, connection }: TestDatabase): Knex =>
  knex({ ...connection, client: DRIVERS[kind] });
