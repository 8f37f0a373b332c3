/**
 * Text columns compared and sorted byte by byte. MariaDB's default collation holds `josé` and `jose`
 * for the same, and PostgreSQL's cannot answer "starts with" from a plain index. Strapi has no word
 * for collations, so the columns are changed after its schema sync, which leaves them alone later.
 */
import type { Core } from '@strapi/strapi';

export type ExactText = Record<`cm_${string}`, string[]>;

export const keepExactText = (strapi: Core.Strapi, columns: ExactText): void => {
  strapi.hook('strapi::content-types.afterSync').register(async () => {
    for (const [table, names] of Object.entries(columns)) {
      for (const name of names) await makeExact(strapi, table, name);
    }
  });
};

/** The longest text of Strapi's `string` columns. */
const LENGTH = 255;

interface Collation {
  name: string;
  alter: string;
  /** The schema of the connection, where none is configured. */
  schema: string;
}

/** SQLite compares bytes anyway. */
const collations: Partial<Record<string, Collation>> = {
  postgres: {
    name: 'C',
    alter: `alter table ?? alter column ?? type varchar(${LENGTH}) collate "C"`,
    schema: 'current_schema()',
  },
  mysql: {
    name: 'utf8mb4_bin',
    alter: `alter table ?? modify ?? varchar(${LENGTH}) character set utf8mb4 collate utf8mb4_bin`,
    schema: 'database()',
  },
};

const makeExact = async (strapi: Core.Strapi, table: string, column: string): Promise<void> => {
  const collation = collations[strapi.db.dialect.client];
  if (!collation) return;
  const { connection } = strapi.db;
  const schema = strapi.db.getSchemaName();
  const current: { collation: string | null } | undefined = await connection
    .withSchema('information_schema')
    .from('columns')
    .where({ table_name: table, column_name: column })
    .where('table_schema', schema ?? connection.raw(collation.schema))
    .first({ collation: 'collation_name' });
  if (current?.collation === collation.name) return;
  await connection.raw(collation.alter, [schema ? `${schema}.${table}` : table, column]);
};
