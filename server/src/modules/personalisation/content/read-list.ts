/**
 * A list with priorities: what comes first is read first. Every priority is a list of its own, in the
 * order that was asked for; a page is cut out of them laid end to end.
 */
import type { Core } from '@strapi/strapi';
import { narrowed, type Narrowing } from './narrowing';
import { rowsOrNull, type Plan } from './plan';
import { unasked } from './asking';

export interface ListParams {
  start?: unknown;
  limit?: unknown;
  [param: string]: unknown;
}

interface Documents {
  findMany(params: object): Promise<unknown[]>;
  count(params: object): Promise<number>;
}

export const readRanked = async (
  strapi: Core.Strapi,
  uid: string,
  { plan, params }: { plan: Plan; params: ListParams }
): Promise<unknown[]> => {
  const documents = strapi.documents(uid as never) as unknown as Documents;
  const { start, limit, ...rest } = params;
  const read = <Result>(part: Narrowing, work: () => Result) => unasked(() => narrowed(part, work));
  const entries: unknown[] = [];
  let skip = numberOr(start, 0);
  let wanted = numberOr(limit, Infinity);
  for (const part of partsOf(strapi, uid, plan)) {
    if (wanted <= 0) break;
    const page = { ...rest, start: skip, limit: Number.isFinite(wanted) ? wanted : MOST };
    const found = await read(part(), () => documents.findMany(page));
    entries.push(...found);
    wanted -= found.length;
    // A part that gave nothing may lie before the page: the page begins that much further on.
    if (found.length > 0) skip = 0;
    else if (skip > 0) skip -= Math.min(skip, await read(part(), () => documents.count(rest)));
  }
  return entries;
};

const MOST = 1_000_000;

const numberOr = (value: unknown, otherwise: number): number => {
  const number = Number(value ?? otherwise);
  return number >= 0 ? number : otherwise;
};

/** Made anew for every query: knex builders are used up. */
const partsOf = (
  strapi: Core.Strapi,
  uid: string,
  { hidden, ranked }: Plan
): (() => Narrowing)[] => {
  const only = (definitions: Plan['hidden']) => () => ({
    uid,
    without: null,
    only: rowsOrNull(strapi, uid, definitions),
  });
  const above = ranked.filter(({ priority }) => priority > 0);
  const below = ranked.filter(({ priority }) => priority < 0);
  const elsewhere = [...hidden, ...ranked.flatMap(({ definitions }) => definitions)];
  return [
    ...above.map(({ definitions }) => only(definitions)),
    () => ({ uid, without: rowsOrNull(strapi, uid, elsewhere), only: null }),
    ...below.map(({ definitions }) => only(definitions)),
  ];
};
