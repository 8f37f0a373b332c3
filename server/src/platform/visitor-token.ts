/** A signed word about a visitor, for edges; made by a module above the one that hands it out. */
import type { Core } from '@strapi/strapi';

/** Of a visitor's key. */
export type VisitorToken = (strapi: Core.Strapi, key: string) => Promise<string>;

const makers = new WeakMap<Core.Strapi, VisitorToken>();

export const setVisitorToken = (strapi: Core.Strapi, make: VisitorToken | undefined): void => {
  if (make) makers.set(strapi, make);
};

/** Null where nobody makes one. */
export const visitorTokenOf = async (strapi: Core.Strapi, key: string): Promise<string | null> =>
  (await makers.get(strapi)?.(strapi, key)) ?? null;
