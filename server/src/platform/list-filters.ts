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
  /** Of admins, on top of the list's own: who is in a group is told by the list narrowed to it. */
  permission: string;
  /** The same of the content API: the action that tells it. */
  scope: string;
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
export const filterPermissions = (uid: string, query: object): string[] =>
  listFiltersOf(uid).flatMap(({ parameter, permission }) =>
    Object.hasOwn(query, parameter) ? [permission] : []
  );

/** Throws ForbiddenError. */
export const refuseFilters = (ctx: Context, uid: string, query: object = ctx.query): void => {
  if (!isAllowed(ctx, filterPermissions(uid, query))) throw new errors.ForbiddenError();
};

export const listFiltersOf = (uid: string): ListFilter[] => known.get(uid) ?? [];

const MAX_VALUE_LENGTH = 255;

/** For a yup object. */
export const listFilterShape = (uid: string): Record<string, yup.AnySchema> =>
  Object.fromEntries(
    listFiltersOf(uid).map(({ parameter }) => [parameter, listOf(shortText(MAX_VALUE_LENGTH))])
  );

/** Null when none is given. `query` has been validated. */
export const givenFilters = (uid: string, query: object): GivenFilter[] | null => {
  const values = query as Record<string, string[] | null | undefined>;
  const given = listFiltersOf(uid).flatMap((filter) => {
    const wanted = values[filter.parameter] ?? [];
    return wanted.length > 0 ? [{ filter, values: wanted }] : [];
  });
  return given.length > 0 ? given : null;
};
