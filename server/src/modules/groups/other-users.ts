/** What modules above this one ask groups for: told by them, when somebody wants to know. */
import type { Core } from '@strapi/strapi';
import type { GroupUser } from './contract';

/** Of a group's code. It may be asked inside of a transaction, which it joins. */
export type TellGroupUsers = (strapi: Core.Strapi, code: string) => Promise<GroupUser[]>;

const tellers = new WeakMap<Core.Strapi, TellGroupUsers[]>();

export const tellGroupUsers = (strapi: Core.Strapi, tell: TellGroupUsers): void => {
  tellers.set(strapi, [...(tellers.get(strapi) ?? []), tell]);
};

/** One after the other: a transaction answers one question at a time. */
export const otherUsersOf = async (strapi: Core.Strapi, code: string): Promise<GroupUser[]> => {
  const users: GroupUser[] = [];
  for (const tell of tellers.get(strapi) ?? []) users.push(...(await tell(strapi, code)));
  return users;
};
