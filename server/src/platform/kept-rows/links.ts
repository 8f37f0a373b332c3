/**
 * Where other tables point at rows of a content type: join tables, foreign keys, media. A database
 * removes or empties them along with the row, whoever made them (a site's own types, too).
 */
import type { Core } from '@strapi/strapi';

/** A table whose rows go with the row they point at. */
export interface LinkTable {
  table: string;
  /** Holds the row's number. */
  column: string;
  where?: Record<string, unknown>;
  /** What it points at on its other side; a link to what is gone is not put back. */
  other: Reference;
}

export interface Reference {
  column: string;
  table: string;
}

interface Attribute {
  type: string;
  owner?: boolean;
  joinColumn?: JoinColumn;
  joinTable?: {
    name: string;
    joinColumn: JoinColumn;
    inverseJoinColumn?: JoinColumn;
    morphColumn?: { typeColumn: { name: string }; idColumn: { name: string } };
  };
}

interface JoinColumn {
  name: string;
  referencedColumn: string;
  referencedTable?: string;
}

const relationsOf = (strapi: Core.Strapi): { table: string; attribute: Attribute }[] =>
  [...strapi.db.metadata.values()].flatMap(({ tableName, attributes }) =>
    Object.values(attributes as unknown as Record<string, Attribute>)
      .filter(({ type }) => type === 'relation')
      .map((attribute) => ({ table: tableName, attribute }))
  );

export const linkTablesTo = (strapi: Core.Strapi, uid: string): LinkTable[] => {
  const target = tableOf(strapi, uid);
  const links = relationsOf(strapi).flatMap(({ table, attribute: { joinTable } }): LinkTable[] => {
    if (!joinTable) return [];
    const { name, joinColumn, inverseJoinColumn, morphColumn } = joinTable;
    if (morphColumn) {
      const { typeColumn, idColumn } = morphColumn;
      const other = { column: joinColumn.name, table };
      return [{ table: name, column: idColumn.name, where: { [typeColumn.name]: uid }, other }];
    }
    return [
      [joinColumn, inverseJoinColumn] as const,
      [inverseJoinColumn, joinColumn] as const,
    ].flatMap(([own, other]) =>
      own?.referencedTable === target && other?.referencedTable
        ? [
            {
              table: name,
              column: own.name,
              other: { column: other.name, table: other.referencedTable },
            },
          ]
        : []
    );
  });
  return [...new Map(links.map((link) => [`${link.table}.${link.column}`, link])).values()];
};

/** Plain foreign keys to the type's rows, in whichever table; a deletion empties them. */
export const foreignKeysTo = (strapi: Core.Strapi, uid: string): Reference[] => {
  const target = tableOf(strapi, uid);
  return relationsOf(strapi).flatMap(({ table, attribute: { joinColumn, owner } }) =>
    owner && joinColumn?.referencedTable === target && joinColumn.referencedColumn === 'id'
      ? [{ table, column: joinColumn.name }]
      : []
  );
};

/** Plain foreign keys of a table's own rows. */
export const foreignKeysOf = (strapi: Core.Strapi, own: string): Reference[] =>
  relationsOf(strapi).flatMap(({ table, attribute: { joinColumn, owner } }) =>
    owner && table === own && joinColumn?.referencedTable
      ? [{ column: joinColumn.name, table: joinColumn.referencedTable }]
      : []
  );

const tableOf = (strapi: Core.Strapi, uid: string): string => strapi.db.metadata.get(uid).tableName;
