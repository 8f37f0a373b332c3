/** A bound whole number whose type PostgreSQL need not guess. */
import type { Dialect } from '../../../platform/sql/dialect';

export const INTEGER: Record<Dialect, string> = {
  postgres: 'cast(? as bigint)',
  sqlite: 'cast(? as integer)',
  mysql: 'cast(? as signed)',
};
