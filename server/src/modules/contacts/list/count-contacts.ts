/** How many contacts a filter matches: exactly where that is quick, otherwise "at least" or "about". */
import type { Core } from '@strapi/strapi';
import { countOf, countUpTo, estimatedSize } from '../../../platform/sql/counting';
import { aliased } from '../../../platform/sql/table';
import { CONTACTS_TABLE, type ContactCount } from '../contract';
import type { ContactFilter } from './contact-filter';
import { fewCandidates } from './few-candidates';
import { applyFilter, isEmptyFilter, type Query } from './filter-conditions';

/** Counting further than this is left to those who ask for the exact figure. */
const ENOUGH = 10_000;

export const countContacts = async (
  strapi: Core.Strapi,
  filter: ContactFilter,
  { exact }: { exact: boolean }
): Promise<ContactCount> => {
  const query = matching(strapi, filter);
  const everybody = isEmptyFilter(filter);
  if (exact) return { count: await countOf(query), exact: true };
  const candidates = everybody ? null : await fewCandidates(strapi, filter, ENOUGH);
  if (candidates) void query.whereIn('c.id', candidates.query);
  const counted = await countUpTo(strapi, query.clone().select('c.id'), ENOUGH + 1);
  if (counted <= ENOUGH) return { count: counted, exact: true };
  if (!everybody) return { count: ENOUGH, exact: false };
  const estimate = await estimatedSize(strapi, CONTACTS_TABLE);
  return estimate === null
    ? { count: await countOf(query), exact: true }
    : { count: Math.max(ENOUGH, Math.round(estimate)), exact: false };
};

const matching = (strapi: Core.Strapi, filter: ContactFilter): Query =>
  applyFilter(strapi, aliased(strapi, { c: CONTACTS_TABLE }), filter);
