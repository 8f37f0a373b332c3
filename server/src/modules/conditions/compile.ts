/**
 * A condition as SQL over contacts as `c`. `not` is first moved down to the leaves: there, unknown can be
 * made a no before it is denied. PostgreSQL plans a list of ids well in a semi-join and an anti-join
 * only, so under an `any` it gets one list made of all branches, and under a `not` an anti-join; SQLite
 * and MariaDB make each list once by themselves. (knex puts queries that are bound into parentheses.)
 */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { aliased } from '../../platform/sql/table';
import { CONTACTS_TABLE } from '../contacts';
import type { CoreCondition, CoreLeaf } from './contract';
import { isBlock, isNot } from './nodes';
import type { Compiled, CompileContext, Query, Sql } from './leaf';
import { leafType, type AnyLeafType } from './leaf-types';

export const compile = (context: CompileContext, condition: CoreCondition): Sql =>
  toSql(context, compileNode(context, condition, false));

/** `denied`: the opposite is asked. */
type Built = Compiled | { join: 'and' | 'or'; parts: Built[] };

const compileNode = (context: CompileContext, condition: CoreCondition, denied: boolean): Built => {
  if (isBlock(condition)) {
    const { type, rules } = condition;
    if (rules.length === 0) throw new errors.ValidationError(`${type} needs at least one rule`);
    const parts = rules.map((rule) => compileNode(context, rule, denied));
    return { join: (type === 'all') === denied ? 'or' : 'and', parts };
  }
  if (isNot(condition)) return compileNode(context, condition.rule, !denied);
  const built = leafOf(context.strapi, condition).compile(condition, context);
  return denied ? deny(context, built) : built;
};

/** Throws a ValidationError: a type that a site registered may be gone. */
export const leafOf = (strapi: Core.Strapi, { type }: CoreLeaf): AnyLeafType => {
  const found = leafType(strapi, type);
  if (!found) throw new errors.ValidationError(`There is no condition "${type}"`);
  return found;
};

const deny = ({ strapi }: CompileContext, built: Compiled): Compiled =>
  'test' in built
    ? { test: strapi.db.connection.raw('not coalesce((?), false)', [built.test]) }
    : { ids: built.ids, except: !built.except };

const toSql = (context: CompileContext, built: Built): Sql => {
  const { connection } = context.strapi.db;
  if ('test' in built) return connection.raw('(?)', [built.test]);
  if ('ids' in built) return amongSql(context, built);
  const [only, ...others] = built.parts;
  if (only && others.length === 0) return toSql(context, only);
  if (built.join === 'or' && mustUnite(context, built.parts))
    return unitedSql(context, built.parts);
  const parts = built.parts.map((part) => toSql(context, part));
  return connection.raw(`(${parts.map(() => '?').join(` ${built.join} `)})`, parts);
};

const amongSql = (
  { strapi, dialect }: CompileContext,
  { ids, except }: Extract<Compiled, { ids: Query }>
): Sql => {
  const { connection } = strapi.db;
  if (!except) return connection.raw('c.id in ?', [ids]);
  return dialect === 'postgres'
    ? connection.raw('not exists (select 1 from ? as others(id) where others.id = c.id)', [ids])
    : connection.raw('c.id not in ?', [ids]);
};

/** Of everybody only: a few contacts are looked up one by one anyway. */
const mustUnite = ({ dialect, scope }: CompileContext, parts: Built[]): boolean =>
  dialect === 'postgres' && scope === null && parts.some(holdsIds);

const holdsIds = (built: Built): boolean =>
  'ids' in built || ('parts' in built && built.parts.some(holdsIds));

const unitedSql = (context: CompileContext, parts: Built[]): Sql => {
  const branches = parts.map((part) => idsOf(context, part));
  return context.strapi.db.connection.raw(
    `c.id in (${branches.map(() => '?').join(' union all ')})`,
    branches
  );
};

const idsOf = (context: CompileContext, part: Built): Query =>
  'ids' in part && !part.except
    ? part.ids
    : aliased(context.strapi, { c: CONTACTS_TABLE })
        .whereRaw('?', [toSql(context, part)])
        .select('c.id');
