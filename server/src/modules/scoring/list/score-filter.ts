/** `score=interest:50..100` narrows the list of contacts; one end may be left open. */
import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { aliased } from '../../../platform/sql/table';
import type { ListFilter } from '../../../platform/list-filters';
import { CONTACT_UID, CONTACTS_TABLE } from '../../contacts';
import { SCORES_TABLE, TOTALS_TABLE } from '../contract';

export const scoreFilter: ListFilter = {
  of: CONTACT_UID,
  parameter: 'score',
  inFilters: 'scores',
  permission: 'scores.read',
  scope: 'plugin::contact-management.score.ofContact',
  rows: (strapi, values) => contactsWithTotals(strapi, values.map(parseRange)),
};

export interface TotalRange {
  score: string;
  /** Both ends are in it; null is open. */
  from: number | null;
  to: number | null;
}

const RANGE = /^([^:]+):(-?\d{1,9}(?:\.\d{1,2})?)?\.\.(-?\d{1,9}(?:\.\d{1,2})?)?$/;

/** Throws a ValidationError with a sentence. */
export const parseRange = (value: string): TotalRange => {
  const [, score, from, to] = RANGE.exec(value.trim()) ?? [];
  const range = {
    score: (score ?? '').trim().toLowerCase(),
    from: from === undefined ? null : Number(from),
    to: to === undefined ? null : Number(to),
  };
  const isEmpty = range.from !== null && range.to !== null && range.from > range.to;
  if (range.score === '' || (range.from === null && range.to === null) || isEmpty) {
    throw new errors.ValidationError(
      'score must be such as "interest:50..100", "interest:50.." or "interest:..0"'
    );
  }
  return range;
};

/** Row numbers of the contacts that lie in any of the ranges. */
const contactsWithTotals = (strapi: Core.Strapi, ranges: TotalRange[]): Knex.QueryBuilder => {
  const [first, ...others] = ranges.map((range) => inRange(strapi, range));
  const none = aliased(strapi, { t: TOTALS_TABLE }).whereRaw('1 = 0').select('t.contact_id');
  return first ? first.union(others) : none;
};

const inRange = (strapi: Core.Strapi, range: TotalRange): Knex.QueryBuilder => {
  const of = scored(strapi, range.score).select('t.contact_id');
  const holdsNothing = (range.from ?? 0) <= 0 && (range.to ?? 0) >= 0;
  if (!holdsNothing) return within(of, range);
  // Who has no row has 0: everybody but those whose total lies outside.
  const outside = of.where((beyond) => {
    if (range.from !== null) void beyond.where('t.total', '<', range.from);
    if (range.to !== null) void beyond.orWhere('t.total', '>', range.to);
  });
  const known = aliased(strapi, { s: SCORES_TABLE }).where('s.name', range.score).select('s.id');
  return (aliased(strapi, { sc: CONTACTS_TABLE }) as Knex.QueryBuilder)
    .whereNotIn('sc.id', outside)
    .whereExists(known)
    .select('sc.id as contact_id');
};

const scored = (strapi: Core.Strapi, score: string): Knex.QueryBuilder =>
  (aliased(strapi, { t: TOTALS_TABLE }) as Knex.QueryBuilder).whereIn(
    't.score_id',
    aliased(strapi, { s: SCORES_TABLE }).where('s.name', score).select('s.id')
  );

const within = (query: Knex.QueryBuilder, { from, to }: TotalRange): Knex.QueryBuilder => {
  if (from !== null) void query.where('t.total', '>=', from);
  if (to !== null) void query.where('t.total', '<=', to);
  return query;
};
