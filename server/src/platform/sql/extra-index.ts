/** Indexes that Strapi's schema cannot say; made after its schema sync, which leaves them alone. */
import type { Core } from '@strapi/strapi';

export interface ExtraIndex {
  name: string;
  table: `cm_${string}`;
  columns: string[];
  /**
   * Constant SQL: only these rows. A query must repeat it word for word, or SQLite does not see that the
   * index fits. MariaDB has no partial indexes and gets one over all rows.
   */
  where?: string;
  /** So many characters of each column on MariaDB, which counts 255 in full towards its limit. */
  prefix?: number;
}

export const keepIndex = (strapi: Core.Strapi, index: ExtraIndex): void => {
  strapi.hook('strapi::content-types.afterSync').register(async () => {
    const { connection, dialect } = strapi.db;
    const { name, table, columns, where, prefix } = index;
    const indexes = await dialect.schemaInspector.getIndexes(table);
    if (indexes.some((present) => present.name === name)) return;
    const schema = strapi.db.getSchemaName();
    const mysql = dialect.client === 'mysql';
    const column = mysql && prefix ? `??(${prefix})` : '??';
    const condition = where && !mysql ? ` where ${where}` : '';
    await connection.raw(
      `create index ?? on ?? (${columns.map(() => column).join(', ')})${condition}`,
      [name, schema ? `${schema}.${table}` : table, ...columns]
    );
  });
};
