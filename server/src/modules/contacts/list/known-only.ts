/**
 * The CMS edition has known contacts only. Anonymous ones that the EMS edition recorded stay where
 * they are, for when it comes back: they are left out of what is listed and of what is changed by a
 * filter, whichever door the list is asked for at.
 */
import type { Core } from '@strapi/strapi';
import { isEms } from '../../../config';
import { CONTACT_UID } from '../contract';
import type { ContactFilter } from './contact-filter';

/** A filter that asks for anonymous contacts alone then matches nobody. */
export const withinEdition = (strapi: Core.Strapi, filter: ContactFilter): ContactFilter =>
  isEms(strapi)
    ? filter
    : { ...filter, kind: (filter.kind ?? ['known' as const]).filter((kind) => kind === 'known') };

const LISTS = new Set(['findMany', 'count']);

/** Strapi types this once per action and content type. */
interface Context {
  uid: string;
  action: string;
  params: { filters?: unknown };
}

/** REST, GraphQL, the Content Manager. One contact is found by its document id as ever. */
export const listKnownOnly = (strapi: Core.Strapi): void => {
  const middleware = (context: Context, next: () => Promise<unknown>) => {
    if (context.uid === CONTACT_UID && LISTS.has(context.action)) {
      const { filters } = context.params;
      const known = { kind: 'known' };
      context.params = {
        ...context.params,
        filters: filters ? { $and: [filters, known] } : known,
      };
    }
    return next();
  };
  strapi.documents.use(middleware as unknown as Parameters<typeof strapi.documents.use>[0]);
};
