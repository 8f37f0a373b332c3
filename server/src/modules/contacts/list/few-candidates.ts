/** Where to look for what few contacts match. */
import type { Core } from '@strapi/strapi';
import { countUpTo } from '../../../platform/sql/counting';
import type { ContactFilter } from './contact-filter';
import { candidateQueries, type Query } from './filter-conditions';

/** Wrapped: a query is a promise too, and would run as soon as it is returned. */
export interface Candidates {
  query: Query;
}

/** The shortest list of candidates, if it is no longer than `most`. */
export const fewCandidates = async (
  strapi: Core.Strapi,
  filter: ContactFilter,
  most: number
): Promise<Candidates | null> => {
  let shortest: Candidates | null = null;
  let limit = most + 1;
  for (const query of candidateQueries(strapi, filter)) {
    const count = await countUpTo(strapi, query, limit);
    if (count < limit) [shortest, limit] = [{ query }, count];
  }
  return shortest;
};
