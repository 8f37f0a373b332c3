/**
 * Filters that a module gives to the list of a type that belongs to a module above it: groups narrow
 * the list of contacts, which knows nothing of groups.
 */
import type { Core } from '@strapi/strapi';
import { errors, type yup } from '@strapi/utils';
import type { Knex } from 'knex';
import type { Context } from 'koa';
import { isAllowed } from './admin-user';
import { listOf, shortText } from './list-query';

export interface ListFilter {
  /** Uid of the type whose list it narrows. */
  of: string;
  /** In the query string. */
  parameter: string;
  /** In `filters[…]` of the content API, where `parameter` is the name of an attribute. */
  inFilters?: string;
  /** Of admins, on top of the list's own: who is in a group is told by the list narrowed to it. */
  permission: string | ((strapi: Core.Strapi, value: string) => string[]);
  /** The same of the content API: the actions that tell it. */
  scope: string | ((strapi: Core.Strapi, values: string[]) => string[]);
  /** Of one text that is not a list of names with commas between. */
  shape?: yup.AnySchema;
  /** The row numbers that match any of the values; not run by itself. */
  rows: (strapi: Core.Strapi, values: string[]) => Knex.QueryBuilder;
}

export interface GivenFilter {
  filter: ListFilter;
  values: string[];
}

const known = new Map<string, ListFilter[]>();

/** The same for every site in a process: modules do not differ. */
export const setListFilters = (filters: ListFilter[]): void => {
  known.clear();
  for (const filter of filters) known.set(filter.of, [...listFiltersOf(filter.of), filter]);
};

/** Of those filters that a query names, what they take on top of the list's own permission. */
export const filterPermissions = (strapi: Core.Strapi, uid: string, query: object): string[] =>
  listFiltersOf(uid).flatMap(({ parameter, permission }) => {
    const value = Object.hasOwn(query, parameter)
      ? (query as Record<string, unknown>)[parameter]
      : undefined;
    if (value === undefined) return [];
    if (typeof permission === 'string') return [permission];
    return typeof value === 'string' && value !== '' ? permission(strapi, value) : [];
  });

/** Throws ForbiddenError. */
export const refuseFilters = (strapi: Core.Strapi, ctx: Context, uid: string): void => {
  if (!isAllowed(ctx, filterPermissions(strapi, uid, ctx.query))) throw new errors.ForbiddenError();
};

export const listFiltersOf = (uid: string): ListFilter[] => known.get(uid) ?? [];

const MAX_VALUE_LENGTH = 255;

/** For a yup object. */
export const listFilterShape = (uid: string): Record<string, yup.AnySchema> =>
  Object.fromEntries(
    listFiltersOf(uid).map(({ parameter, shape }) => [
      parameter,
      shape ?? listOf(shortText(MAX_VALUE_LENGTH)),
    ])
  );

/** Null when none is given. `query` has been validated. */
export const givenFilters = (uid: string, query: object): GivenFilter[] | null => {
  const values = query as Record<string, string[] | string | null | undefined>;
  const given = listFiltersOf(uid).flatMap((filter) => {
    const wanted = [values[filter.parameter] ?? []].flat().filter((value) => value !== '');
    return wanted.length > 0 ? [{ filter, values: wanted }] : [];
  });
  return given.length > 0 ? given : null;
};
