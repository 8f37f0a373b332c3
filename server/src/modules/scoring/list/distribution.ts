/** How many contacts have how many points: bars of equal width over all totals that are not 0. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { inTable } from '../../../platform/sql/table';
import { dialectOf, type Dialect } from '../../../platform/sql/dialect';
import { TOTALS_TABLE, type Distribution } from '../contract';

const BARS = 20;

const FLOORED: Record<Dialect, string> = {
  postgres: 'cast(floor(total / ?::numeric) as integer)',
  sqlite: 'cast(floor(total / ?) as integer)',
  mysql: 'cast(floor(total / ?) as signed)',
};

export const readDistribution = async (
  strapi: Core.Strapi,
  scoreId: number
): Promise<Distribution> => {
  const { contacts, average, lowest, highest } = await readRange(strapi, scoreId);
  if (contacts === 0) return { bars: [], contacts: 0, average: null, highest: null };
  const width = barWidth(lowest, highest);
  const counted: Knex.QueryBuilder = scored(strapi, scoreId)
    .select(strapi.db.connection.raw(`${FLOORED[dialectOf(strapi)]} as bar`, [width]))
    .count({ count: '*' })
    .groupBy('bar');
  const rows = (await counted) as { bar: number | string; count: number | string }[];
  const counts = new Map(rows.map(({ bar, count }) => [Number(bar), Number(count)]));
  const [first, last] = [Math.floor(lowest / width), Math.floor(highest / width)];
  const bars = Array.from({ length: last - first + 1 }, (_, at) => {
    const from = (first + at) * width;
    return { from, to: from + width, contacts: counts.get(first + at) ?? 0 };
  });
  return { bars, contacts, average: Math.round(average * 100) / 100, highest };
};

const scored = (strapi: Core.Strapi, scoreId: number): Knex.QueryBuilder =>
  (inTable(strapi, TOTALS_TABLE) as Knex.QueryBuilder)
    .where('score_id', scoreId)
    .whereNot('total', 0);

const readRange = async (strapi: Core.Strapi, scoreId: number) => {
  const figures: Knex.QueryBuilder = scored(strapi, scoreId)
    .count({ contacts: '*' })
    .avg({ average: 'total' })
    .min({ lowest: 'total' })
    .max({ highest: 'total' });
  const [row] = (await figures) as Record<string, unknown>[];
  return {
    contacts: Number(row?.contacts ?? 0),
    average: Number(row?.average ?? 0),
    lowest: Number(row?.lowest ?? 0),
    highest: Number(row?.highest ?? 0),
  };
};

/** 1, 2 or 5 times a power of ten, so that bars begin and end at round numbers. */
export const barWidth = (lowest: number, highest: number): number => {
  const least = Math.max(1, (highest - lowest) / BARS);
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5].find((times) => times * power >= least) ?? 10;
  return factor * power;
};
