/**
 * How many contacts a condition matches, and some of them, fast enough to follow an editor's hands: all
 * are asked for as long as that is quick, and otherwise an even sample, which gives an estimate.
 */
import type { Core } from '@strapi/strapi';
import { findRows } from '../../platform/find-rows';
import { aliased } from '../../platform/sql/table';
import { CONTACT_UID, CONTACTS_TABLE, displayNameOf, type Nameable } from '../contacts';
import { compile, leafOf } from './compile';
import type { Condition, ConditionPreview, CoreCondition } from './contract';
import { leavesOf } from './dependencies';
import { inTime } from './in-time';
import type { CompileContext, Query } from './leaf';
import { rewrite } from './rewrite';
import { sayCondition } from './say';
import { narrowToScope } from './scope';

const SHOWN = 10;
/** So many contacts are asked about at once on any database, whatever is asked. */
const FEW = 20_000;
const SAMPLED = 3_000;
const PATIENCE_MILLISECONDS = 500;

/** `exact`: however long it takes. */
export const previewCondition = async (
  context: CompileContext,
  condition: Condition,
  { exact }: { exact: boolean }
): Promise<ConditionPreview> => {
  const core = rewrite(condition);
  const found = core ? await findSome(context, core, exact) : NOBODY;
  return {
    count: found.count,
    exact: found.exact,
    sample: await readSample(context.strapi, found.ids),
    text: sayCondition(context.strapi, condition),
    warnings: core ? warningsOf(context.strapi, core) : [],
  };
};

interface Some {
  count: number;
  exact: boolean;
  ids: number[];
}

const NOBODY: Some = { count: 0, exact: true, ids: [] };

const findSome = async (
  context: CompileContext,
  condition: CoreCondition,
  exact: boolean
): Promise<Some> => {
  const range = await rangeOf(context.strapi);
  if (exact || range.last - range.first < FEW) {
    const count = await countRow(countQuery(context, condition));
    return { count, exact: true, ids: await newest(matchingQuery(context, condition)) };
  }
  const [counted, sample] = await Promise.all([
    inTime(context.strapi, PATIENCE_MILLISECONDS, () => countQuery(context, condition)),
    askSample(context, condition, range),
  ]);
  return counted === null
    ? { count: sample.count, exact: false, ids: sample.ids }
    : { count: await countRow(counted), exact: true, ids: sample.ids };
};

export const matchingQuery = (context: CompileContext, condition: CoreCondition): Query =>
  aliased(context.strapi, { c: CONTACTS_TABLE }).whereRaw('?', [compile(context, condition)]);

const countQuery = (context: CompileContext, condition: CoreCondition): Query =>
  matchingQuery(context, condition).count({ count: '*' });

const countRow = async (rows: unknown): Promise<number> => {
  const [row] = (await rows) as { count: number | string }[];
  return Number(row?.count ?? 0);
};

const newest = (matching: Query): Promise<number[]> =>
  Promise.resolve(matching.orderBy('c.id', 'desc').limit(SHOWN).pluck('c.id')) as Promise<number[]>;

interface IdRange {
  first: number;
  last: number;
}

const rangeOf = async (strapi: Core.Strapi): Promise<IdRange> => {
  const row: unknown = await aliased(strapi, { c: CONTACTS_TABLE })
    .min({ first: 'c.id' })
    .max({ last: 'c.id' })
    .first();
  const { first, last } = row as Record<keyof IdRange, number | null>;
  return { first: first ?? 0, last: last ?? 0 };
};

/** Row numbers at even distances; some of them are nobody's. */
const askSample = async (
  context: CompileContext,
  condition: CoreCondition,
  { first, last }: IdRange
): Promise<Some> => {
  const step = (last - first + 1) / SAMPLED;
  const scope = Array.from({ length: SAMPLED }, (_one, at) => Math.floor(first + at * step));
  const scoped = { ...context, scope };
  const ids = (await narrowToScope(scoped, matchingQuery(scoped, condition), 'c.id').pluck(
    'c.id'
  )) as number[];
  return { count: Math.round(ids.length * step), exact: false, ids: ids.slice(-SHOWN).reverse() };
};

type Person = Nameable & { id: number };

const readSample = async (
  strapi: Core.Strapi,
  ids: number[]
): Promise<ConditionPreview['sample']> => {
  const people = await findRows<Person>(strapi, CONTACT_UID, {
    where: { id: { $in: ids } },
    select: ['id', 'documentId', 'firstName', 'middleName', 'lastName', 'email'],
  });
  const byId = new Map(people.map((person) => [person.id, person]));
  return ids.flatMap((id) => {
    const person = byId.get(id);
    if (!person) return [];
    const { documentId, email = null } = person;
    return [{ documentId, displayName: displayNameOf(person), email }];
  });
};

const warningsOf = (strapi: Core.Strapi, condition: CoreCondition): string[] => [
  ...new Set(
    leavesOf(condition).flatMap((leaf) => leafOf(strapi, leaf).warnings?.(leaf, { strapi }) ?? [])
  ),
];
