/** What admin users are called, wherever it is said who did something. */
import type { Core } from '@strapi/strapi';
import { findRows } from './find-rows';

export interface AdminUser {
  id: number;
  firstname: string | null;
  lastname: string | null;
  username: string | null;
  email: string;
}

export const adminName = ({ firstname, lastname, username, email }: AdminUser): string =>
  [firstname, lastname].filter(Boolean).join(' ') || username || email;

/** By id; users that are gone are left out. */
export const adminNames = async (
  strapi: Core.Strapi,
  ids: number[]
): Promise<Map<number, string>> => {
  if (ids.length === 0) return new Map();
  const users = await findRows<AdminUser>(strapi, 'admin::user', {
    where: { id: { $in: [...new Set(ids)] } },
    select: ['id', 'firstname', 'lastname', 'username', 'email'],
  });
  return new Map(users.map((user) => [user.id, adminName(user)]));
};
