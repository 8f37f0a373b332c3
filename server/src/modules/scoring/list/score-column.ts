/** What contacts have in every score, for the list of contacts and its export. */
import type { Core } from '@strapi/strapi';
import { aliased } from '../../../platform/sql/table';
import type { ListColumn } from '../../../platform/list-columns';
import { CONTACT_UID } from '../../contacts';
import { SCORES_TABLE, TOTALS_TABLE } from '../contract';

/** By the score's code. */
export type TotalsByScore = Record<string, number>;

export const scoreColumn: ListColumn<TotalsByScore> = {
  of: CONTACT_UID,
  name: 'scores',
  permission: 'scores.read',
  read: (strapi, ids) => readTotals(strapi, ids),
  toCell: (totals) =>
    Object.entries(totals)
      .map(([score, total]) => `${score}: ${total}`)
      .join(', '),
};

const readTotals = async (
  strapi: Core.Strapi,
  ids: number[]
): Promise<Map<number, TotalsByScore>> => {
  const rows = (await aliased(strapi, { t: TOTALS_TABLE })
    .join({ s: SCORES_TABLE }, 's.id', 't.score_id')
    .whereIn('t.contact_id', ids)
    .where('s.enabled', true)
    .whereNot('t.total', 0)
    .orderBy('s.name')
    .select({ contactId: 't.contact_id', score: 's.name', total: 't.total' })) as unknown as {
    contactId: number;
    score: string;
    total: number | string;
  }[];
  const totals = new Map<number, TotalsByScore>();
  for (const { contactId, score, total } of rows) {
    totals.set(contactId, { ...totals.get(contactId), [score]: Number(total) });
  }
  return totals;
};
