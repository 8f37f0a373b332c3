/** Documents and rows in tests: Strapi's types need generated ones, which a fixture app does not have. */
import type { TestSite } from './strapi';

export interface Entry {
  id: number;
  documentId: string;
  [field: string]: unknown;
}

interface Documents {
  create(params: { data: object; [param: string]: unknown }): Promise<Entry>;
  update(params: { documentId: string; data: object; [param: string]: unknown }): Promise<Entry>;
  clone(params: { documentId: string; data: object }): Promise<{ entries: Entry[] }>;
  delete(params: { documentId: string }): Promise<unknown>;
  findOne(params: { documentId: string; [param: string]: unknown }): Promise<Entry | null>;
  findMany(params?: object): Promise<Entry[]>;
  count(params?: object): Promise<number>;
}

export const documentsOf = (site: TestSite, uid: string): Documents =>
  site.strapi.documents(uid as never) as unknown as Documents;

/** Rows of a content type or of one of the plugin's models, oldest first. */
export const rowsOf = async (site: TestSite, uid: string, where: object = {}): Promise<Entry[]> =>
  site.strapi.db.query(uid).findMany({ where, orderBy: { id: 'asc' } });
