/** Questions of one kind of leaf: as SQL on each database, and the first names that they find. */
import { conditions, type BuiltInRules } from '../../../server/src/modules/conditions';
import { databaseKind } from '../databases';
import type { TestSite } from '../strapi';
import { NOW, TIME_ZONE, type People } from './leaf-world';
import type { Kinds } from './sql-shapes';

export interface LeafCase {
  type: string;
  /** In short, for the test's name. */
  asks: string;
  rule: object;
  sql: Kinds;
  finds: string;
}

export const casesOf = <Type extends keyof BuiltInRules>(
  type: Type,
  rows: [rule: Omit<BuiltInRules[Type], 'type'>, sql: Kinds, finds: string][]
): LeafCase[] =>
  rows.map(([asked, sql, finds]) => ({
    ...{ type, asks: JSON.stringify(asked), rule: { type, ...asked } },
    ...{ sql, finds },
  }));

/** Of everybody, and of two: who is asked about makes no difference. */
export const checkLeaf = async (site: TestSite, people: People, asked: LeafCase): Promise<void> => {
  const service = conditions(site.strapi);
  const rule = service.parse(asked.rule, { timeZone: TIME_ZONE });
  const queryOf = (scope?: number[]) =>
    service.matching(rule, { now: NOW, timeZone: TIME_ZONE, scope });
  const names = Object.entries(people);
  const found = async (scope?: number[]): Promise<string> => {
    const ids = ((await queryOf(scope).pluck('c.id')) as unknown[]).map(Number);
    return names.flatMap(([name, id]) => (ids.includes(id) ? [name] : [])).join(' ');
  };
  const { sql } = queryOf().toSQL();
  const test = sql
    .replace(/["`]/g, '')
    .replace(/(?<= (?:from|join) )\w+\.(?=cm_)/g, '')
    .replace(/^select c\.id from cm_contacts as c where /, '');
  expect({ finds: await found(), sql: test }).toEqual({
    finds: asked.finds,
    sql: asked.sql[databaseKind()],
  });
  const two = ['Ann', 'Cyd'];
  expect(await found([people.Ann, people.Cyd])).toBe(
    asked.finds
      .split(' ')
      .filter((name) => two.includes(name))
      .join(' ')
  );
};
