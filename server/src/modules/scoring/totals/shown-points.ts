/**
 * What an award as `x` counts at a moment. Totals and what is shown of single awards come from this one
 * expression, rounded award by award to two places, so that the rows always add up to their total.
 */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { HOUR, type Milliseconds } from '../../../platform/clock';
import { dialectOf, type Dialect } from '../../../platform/sql/dialect';

/** After so many half-lives not a hundredth is left of the most points. */
const GONE_AFTER = 21;

/** PostgreSQL calls a power that is too small an error, so ages end somewhere. */
const DECAYED: Record<Dialect, string> = {
  postgres: `round((x.points * power(0.5::float8,
    least(greatest(? - x.awarded_at, 0)::float8 / x.half_life, 100)))::numeric, 2)`,
  sqlite: `round(x.points * power(0.5,
    min(max(? - x.awarded_at, 0) * 1.0 / x.half_life, 100)), 2)`,
  mysql: `round(x.points * pow(0.5,
    least(greatest(? - x.awarded_at, 0) / x.half_life, 100)), 2)`,
};

export const shownPoints = (strapi: Core.Strapi, at: Milliseconds): Knex.Raw =>
  strapi.db.connection.raw(
    `case when x.half_life is null then x.points else ${DECAYED[dialectOf(strapi)]} end`,
    [at]
  );

/** When an award as `x` counts something else by itself; null: never. */
export const nextChange = (strapi: Core.Strapi, at: Milliseconds): Knex.Raw =>
  strapi.db.connection.raw(
    `case when x.half_life is not null and ? - x.awarded_at < x.half_life * ${GONE_AFTER}
        and (x.expires_at is null or x.expires_at > ?)
      then cast(? as ${dialectOf(strapi) === 'mysql' ? 'signed' : 'bigint'})
      else x.expires_at end`,
    [at, at + HOUR, at + HOUR]
  );

/** Of awards as `x`: those that count at all. */
export const countingAt = (query: Knex.QueryBuilder, at: Milliseconds): Knex.QueryBuilder =>
  query.where((lasting) => {
    void lasting.whereNull('x.expires_at').orWhere('x.expires_at', '>', at);
  });
