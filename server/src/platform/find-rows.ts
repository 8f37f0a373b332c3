/** Strapi's query engine with a row type: what it selects is the caller's word. */
import type { Core } from '@strapi/strapi';

export interface RowQuery {
  where?: object;
  select?: string[];
  populate?: object;
  orderBy?: object;
  limit?: number;
  offset?: number;
}

export const findRows = async <Row>(
  strapi: Core.Strapi,
  uid: string,
  query: RowQuery
): Promise<Row[]> => await strapi.db.query(uid).findMany(query);
