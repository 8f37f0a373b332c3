/** Which groups a page may know its visitor to be in; told by a module below the one that answers. */
import type { Core } from '@strapi/strapi';

/** Names (codes), of a contact's row number. */
export type VisitorGroups = (strapi: Core.Strapi, contactId: number) => Promise<string[]>;

const tellers = new WeakMap<Core.Strapi, VisitorGroups[]>();

export const setVisitorGroups = (strapi: Core.Strapi, list: VisitorGroups[]): void => {
  tellers.set(strapi, list);
};

export const visitorGroupsOf = async (
  strapi: Core.Strapi,
  contactId: number
): Promise<string[]> => {
  const told = (tellers.get(strapi) ?? []).map((tell) => tell(strapi, contactId));
  return (await Promise.all(told)).flat();
};
