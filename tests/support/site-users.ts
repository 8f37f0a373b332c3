/** Visitors of the site who register and log in with users-permissions, over HTTP. */
import type { TestSite } from './strapi';

/** Lets everybody use these actions, as a site's developer would in the admin: `api::order.order.create`. */
export const allowPublic = async (site: TestSite, ...actions: string[]): Promise<void> => {
  const role = await site.strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: 'public' } });
  for (const action of actions) {
    await site.strapi.db
      .query('plugin::users-permissions.permission')
      .create({ data: { action, role: role.id } });
  }
};

export const registerUser = (
  site: TestSite,
  user: { email: string; username?: string },
  headers: Record<string, string> = {}
) =>
  site.http
    .post('/api/auth/local/register')
    .set(headers)
    .send({ username: user.email, password: 'Test-password-1', ...user });

export const logIn = (site: TestSite, email: string, headers: Record<string, string> = {}) =>
  site.http
    .post('/api/auth/local')
    .set(headers)
    .send({ identifier: email, password: 'Test-password-1' });

/** Waits until what the server records by itself is recorded. */
export const serverLogSettled = (site: TestSite): Promise<void> =>
  site.strapi.plugin('contact-management').service('server-log').settled();
