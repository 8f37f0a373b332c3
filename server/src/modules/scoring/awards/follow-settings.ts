/** Gives awards that stand the points, validity and decay that their rules have now. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { inTable } from '../../../platform/sql/table';
import { AWARDS_TABLE } from '../contract';
import type { LiveRule } from '../live-rules';
import { narrow, type Scope } from '../scope';
import { BY_CONDITION } from '../tables';
import { isByCondition } from './by-condition';

export const followSettings = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { rule, scope }: { rule: LiveRule; scope: Scope }
): Promise<void> => {
  const awards = inTable(strapi, AWARDS_TABLE, trx) as Knex.QueryBuilder;
  const { connection } = strapi.db;
  const expiry = expirySql(rule);
  const ofRule = narrow(strapi, awards, 'contact_id', scope).where({
    score_id: rule.scoreId,
    rule_id: rule.ruleId,
  });
  if (isByCondition(rule)) void ofRule.whereRaw(BY_CONDITION);
  await ofRule
    .where((differing) => {
      void differing
        .whereNot('points', rule.points)
        .orWhereRaw('coalesce(half_life, 0) <> ?', [rule.halfLife ?? 0])
        .orWhereRaw(`coalesce(expires_at, 0) <> ${expiry.text ?? '0'}`, expiry.values);
    })
    .update({
      points: rule.points,
      half_life: rule.halfLife,
      expires_at: expiry.text === null ? null : connection.raw(expiry.text, expiry.values),
    });
};

const expirySql = ({ endsAt, validFor }: LiveRule): { text: string | null; values: number[] } => {
  if (endsAt !== null) return { text: '?', values: [endsAt] };
  if (validFor !== null) return { text: '(awarded_at + ?)', values: [validFor] };
  return { text: null, values: [] };
};
