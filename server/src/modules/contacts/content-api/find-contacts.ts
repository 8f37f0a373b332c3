/**
 * Strapi's `find`, with the filters that other modules give: `filters[group]=vip`. Strapi would refuse
 * a name that is no attribute, so these are taken out before it validates the query, and put back
 * as a subquery of row numbers after it has.
 */
import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { listFiltersOf } from '../../../platform/list-filters';
import { isRecord } from '../../../platform/records';
import { CONTACT_UID } from '../contract';

interface CoreController {
  validateQuery(ctx: Context): Promise<void>;
  sanitizeQuery(ctx: Context): Promise<Record<string, unknown>>;
  sanitizeOutput(data: unknown, ctx: Context): Promise<unknown>;
  transformResponse(data: unknown, meta: object): unknown;
}

interface CoreService {
  find(query: object): Promise<{ results: unknown[]; pagination: object }>;
}

export const findWithListFilters = (strapi: Core.Strapi) =>
  async function find(this: unknown, ctx: Context): Promise<unknown> {
    const controller = this as CoreController;
    const narrowing = await takeOut(strapi, ctx);
    await controller.validateQuery(ctx);
    const query = await controller.sanitizeQuery(ctx);
    const narrowed =
      narrowing.length === 0
        ? query
        : { ...query, filters: { $and: [query.filters ?? {}, ...narrowing] } };
    const service = strapi.service(CONTACT_UID) as unknown as CoreService;
    const { results, pagination } = await service.find(narrowed);
    const contacts = await controller.sanitizeOutput(results, ctx);
    return controller.transformResponse(contacts, { pagination });
  };

/** Throws ForbiddenError for a filter that tells what the caller may not read. */
const takeOut = async (strapi: Core.Strapi, ctx: Context): Promise<object[]> => {
  const { filters } = ctx.query as { filters?: unknown };
  if (!isRecord(filters)) return [];
  const known = listFiltersOf(CONTACT_UID).map((filter) => ({
    ...filter,
    parameter: filter.inFilters ?? filter.parameter,
  }));
  const given = known.filter(({ parameter }) => Object.hasOwn(filters, parameter));
  if (given.length === 0) return [];
  const asked = given.map((filter) => ({
    ...filter,
    values: valuesOf(filter.parameter, filters[filter.parameter]),
  }));
  const scope = asked.flatMap(({ scope: own, values }) =>
    typeof own === 'string' ? own : own(strapi, values)
  );
  const { auth } = ctx.state as { auth: Parameters<typeof strapi.auth.verify>[0] };
  await strapi.auth.verify(auth, { scope });
  const names = new Set(given.map(({ parameter }) => parameter));
  const others = Object.entries(filters).filter(([name]) => !names.has(name));
  ctx.query = { ...ctx.query, filters: Object.fromEntries(others) as never };
  return asked.map(({ rows, values }) => ({ id: { $in: rows(strapi, values) } }));
};

const MOST_VALUES = 300;

/** `filters[group]=a`, `filters[group][$eq]=a` or `filters[group][$in][0]=a`. */
const valuesOf = (parameter: string, given: unknown): string[] => {
  const asked = isRecord(given) ? (given.$eq ?? given.$in) : given;
  const values: unknown[] = Array.isArray(asked) ? asked : [asked];
  const named = values.filter((value) => typeof value === 'string');
  if (named.length === 0 || named.length < values.length || named.length > MOST_VALUES) {
    throw new errors.ValidationError(`filters[${parameter}] takes one name, or a list of them`);
  }
  return named;
};
