/** `contact.score` is a copy of the total in the main score, in whole points. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { INTEGER_RANGE } from '../../../platform/sql/integer-range';
import { inTable } from '../../../platform/sql/table';
import { dialectOf, type Dialect } from '../../../platform/sql/dialect';
import { CONTACTS_TABLE } from '../../contacts';
import { TOTALS_TABLE } from '../contract';
import type { LiveScore } from '../live-rules';
import { narrow, type Scope } from '../scope';

const WHOLE: Record<Dialect, string> = {
  postgres: 'cast(round(?) as integer)',
  sqlite: 'cast(round(?) as integer)',
  mysql: 'cast(round(?) as signed)',
};

const { min, max } = INTEGER_RANGE;

/** Without a main score everybody has 0. */
export const keepMainScore = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { scope, scores }: { scope: Scope; scores: LiveScore[] }
): Promise<void> => {
  const { connection } = strapi.db;
  const main = scores.find(({ isMain }) => isMain);
  const total = connection.raw(
    `coalesce((select case when t.total > ${max} then ${max} when t.total < ${min} then ${min} else t.total end
      from ?? t where t.contact_id = ??.id and t.score_id = ?), 0)`,
    [TOTALS_TABLE, CONTACTS_TABLE, main?.scoreId ?? 0]
  );
  const whole = connection.raw(WHOLE[dialectOf(strapi)], [total]);
  const contacts = inTable(strapi, CONTACTS_TABLE, trx) as Knex.QueryBuilder;
  await narrow(strapi, contacts, 'id', scope)
    .whereRaw('coalesce(score, 0) <> ?', [whole])
    .update({ score: whole });
};
