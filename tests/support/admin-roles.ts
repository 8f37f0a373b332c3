/** Admin users with no more than the permissions a test gives them. */
import { randomBytes } from 'node:crypto';
import type { TestSite } from './strapi';

const PASSWORD = 'Test-password-1';

/** Of the plugin's (`contacts.read`), or any other as Strapi keeps it. */
type Permission = string | { action: string; subject: string };

/** Logs in somebody whose role has these permissions and no others. */
export const adminWith = async (site: TestSite, ...permissions: Permission[]): Promise<string> => {
  const name = `role-${randomBytes(4).toString('hex')}`;
  const roles = site.strapi.service('admin::role');
  const role = await roles.create({ name, description: '' });
  await roles.assignPermissions(
    role.id,
    permissions.map((given) =>
      typeof given === 'string' ? { action: `plugin::contact-management.${given}` } : given
    )
  );
  const email = `${name}@contacts.test`;
  await site.strapi.service('admin::user').create({
    email,
    password: PASSWORD,
    firstname: 'Ed',
    lastname: 'Editor',
    isActive: true,
    registrationToken: null,
    roles: [role.id],
  });
  const { body } = await site.http.post('/admin/login').send({ email, password: PASSWORD });
  return body.data.token as string;
};

export const asAdmin = (token: string) => ({ authorization: `Bearer ${token}` });
