/** After an import the awards are gone, and contacts may have other row numbers. */
import type { Core } from '@strapi/strapi';
import { inTable } from '../../../platform/sql/table';
import { AWARDS_TABLE, SCORES_TABLE, TOTALS_TABLE } from '../contract';
import { recomputeSoon } from './recompute-soon';

export const recomputeIfEmpty = async (strapi: Core.Strapi): Promise<void> => {
  for (const table of [AWARDS_TABLE, TOTALS_TABLE]) {
    if (await inTable(strapi, table).first('id')) return;
  }
  const score = await inTable(strapi, SCORES_TABLE).where('enabled', true).first('id');
  if (score) await recomputeSoon(strapi);
};
