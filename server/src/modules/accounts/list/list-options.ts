/** The types and industries that accounts have, for the list's filters. */
import type { Core } from '@strapi/strapi';
import { inTable } from '../../../platform/sql/table';
import { ACCOUNTS_TABLE, type AccountOptions } from '../contract';

/** As many as a filter takes; whoever has more searches instead. */
const MOST = 300;

export const listOptions = async (strapi: Core.Strapi): Promise<AccountOptions> => {
  const [accountType, industry] = await Promise.all(
    ['account_type', 'industry'].map((column) => valuesOf(strapi, column))
  );
  return { accountType: accountType ?? [], industry: industry ?? [] };
};

const valuesOf = async (strapi: Core.Strapi, column: string): Promise<string[]> =>
  (await inTable(strapi, ACCOUNTS_TABLE)
    .whereNotNull(column)
    .distinct(column)
    .orderBy(column)
    .limit(MOST)
    .pluck(column)) as string[];
