/** Strapi's registry hands these out untyped; the parts used here, with their types. */
import type { Core } from '@strapi/strapi';

interface Row {
  id: number;
}

interface AdminUserInput {
  email: string;
  password: string;
  firstname: string;
  lastname: string;
  isActive: boolean;
  registrationToken: null;
  roles: number[];
}

interface ApiTokenInput {
  name: string;
  description: string;
  type: 'full-access';
  lifespan: null;
}

export const adminUsers = (strapi: Core.Strapi) =>
  strapi.service('admin::user') as {
    create(user: AdminUserInput): Promise<Row>;
    updateById(id: number, change: { password: string }): Promise<Row>;
  };

export const adminRoles = (strapi: Core.Strapi) =>
  strapi.service('admin::role') as { getSuperAdmin(): Promise<Row> };

export const apiTokens = (strapi: Core.Strapi) =>
  strapi.service('admin::api-token') as {
    create(token: ApiTokenInput): Promise<{ accessKey: string }>;
    revoke(id: number): Promise<unknown>;
  };

/** The first row that fits, or null. */
export const findRow = async (
  strapi: Core.Strapi,
  uid: 'admin::user' | 'admin::api-token' | 'plugin::users-permissions.role',
  where: Record<string, string>
) => (await strapi.db.query(uid).findOne({ where })) as Row | null;
