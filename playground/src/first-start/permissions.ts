/** What the sample site's visitors and customers may do over REST. */
import type { Core } from '@strapi/strapi';
import { findRow } from './strapi-services';

const ROLE = 'plugin::users-permissions.role';
const PERMISSION = 'plugin::users-permissions.permission';

const READ = [
  'api::home.home.find',
  ...['article', 'category', 'product'].flatMap((type) => [
    `api::${type}.${type}.find`,
    `api::${type}.${type}.findOne`,
  ]),
];

const ALLOWED: Record<string, string[]> = {
  public: [...READ, 'api::order.order.create'],
  authenticated: [...READ, 'api::order.order.create', 'api::order.order.mine'],
};

/** Adds what is missing and takes nothing away that someone has allowed by hand. */
export const allowSiteActions = async (strapi: Core.Strapi): Promise<void> => {
  for (const [type, actions] of Object.entries(ALLOWED)) {
    const role = await findRow(strapi, ROLE, { type });
    if (role) await allow(strapi, role.id, actions);
  }
};

const allow = async (strapi: Core.Strapi, role: number, actions: string[]) => {
  const held = (await strapi.db.query(PERMISSION).findMany({
    where: { role, action: { $in: actions } },
  })) as { action: string }[];
  const names = new Set(held.map(({ action }) => action));
  const missing = actions.filter((action) => !names.has(action));
  // Relations are not written by `createMany`; there are a dozen of these, once.
  for (const action of missing) {
    await strapi.db.query(PERMISSION).create({ data: { action, role } });
  }
};
