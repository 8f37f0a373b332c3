import type { Core } from '@strapi/strapi';
import { parseFilter } from './contact-filter';
import { applyFilter, type Query } from './filter-conditions';

/**
 * Narrows a query over contacts as `c` by what a contact list's query string can hold. Throws a
 * ValidationError that names what is wrong.
 */
export const narrowContacts = (strapi: Core.Strapi, query: Query, filter: unknown): Query =>
  applyFilter(strapi, query, parseFilter(filter));
