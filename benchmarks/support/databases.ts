import type { DatabaseKind } from '../../tests/support/databases';

/** BENCH_DATABASES=sqlite,postgres says which; SQLite and PostgreSQL unless told otherwise. */
export const benchDatabases = (): DatabaseKind[] =>
  (process.env.BENCH_DATABASES ?? 'sqlite,postgres').split(',').map((kind) => {
    if (kind === 'sqlite' || kind === 'postgres' || kind === 'mysql') return kind;
    throw new Error(`BENCH_DATABASES names "${kind}"; it may name sqlite, postgres and mysql`);
  });
