/**
 * The admin's login and a full-access API token, made on the first start and kept in the data folder
 * as `login.json`. When that file is lost, the password and the token are made anew.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import type { Core } from '@strapi/strapi';
import { inDataDir } from '../data-dir';
import { adminRoles, adminUsers, apiTokens, findRow } from './strapi-services';

export interface Login {
  admin: { email: string; password: string };
  apiToken: string;
}

const EMAIL = 'admin@kittiwake.example';
const TOKEN_NAME = 'Playground';

/** Strapi asks for a capital letter, a small one and a digit. */
const makePassword = () => `Kw7-${randomBytes(9).toString('base64url')}`;

export const ensureLogin = async (strapi: Core.Strapi): Promise<void> => {
  const file = inDataDir('login.json');
  if (existsSync(file)) return;
  const admin = { email: EMAIL, password: makePassword() };
  await saveAdmin(strapi, admin);
  const login: Login = { admin, apiToken: await makeToken(strapi) };
  writeFileSync(file, JSON.stringify(login, null, 2), { mode: 0o600 });
};

const saveAdmin = async (strapi: Core.Strapi, { email, password }: Login['admin']) => {
  const former = await findRow(strapi, 'admin::user', { email });
  if (former) {
    await adminUsers(strapi).updateById(former.id, { password });
    return;
  }
  const superAdmin = await adminRoles(strapi).getSuperAdmin();
  await adminUsers(strapi).create({
    email,
    password,
    firstname: 'Robin',
    lastname: 'Marsh',
    isActive: true,
    registrationToken: null,
    roles: [superAdmin.id],
  });
};

const makeToken = async (strapi: Core.Strapi): Promise<string> => {
  const former = await findRow(strapi, 'admin::api-token', { name: TOKEN_NAME });
  if (former) await apiTokens(strapi).revoke(former.id);
  const { accessKey } = await apiTokens(strapi).create({
    name: TOKEN_NAME,
    description: 'Made on the first start of the playground.',
    type: 'full-access',
    lifespan: null,
  });
  return accessKey;
};
