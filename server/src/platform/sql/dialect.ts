import type { Core } from '@strapi/strapi';

export type Dialect = 'postgres' | 'sqlite' | 'mysql';

export const dialectOf = (strapi: Core.Strapi): Dialect => strapi.db.dialect.client as Dialect;
