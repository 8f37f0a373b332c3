/** An admin user of a role of its own, with just these of the plugin's permissions. */
import type { TestSite } from './strapi';

const PASSWORD = 'Test-password-1';
let count = 0;

/** Answers with a bearer token. */
export const adminWith = async (site: TestSite, permissions: string[]): Promise<string> => {
  count += 1;
  const role = await site.strapi.service('admin::role').create({ name: `Role ${count}` });
  await site.strapi.service('admin::role').assignPermissions(
    role.id,
    permissions.map((uid) => ({
      action: `plugin::contact-management.${uid}`,
      subject: null,
      properties: {},
      conditions: [],
    }))
  );
  const email = `admin-${count}@contacts.test`;
  await site.strapi.service('admin::user').create({
    email,
    password: PASSWORD,
    firstname: 'Eva',
    lastname: `Admin ${count}`,
    isActive: true,
    registrationToken: null,
    roles: [role.id],
  });
  const login = await site.http
    .post('/admin/login')
    .send({ email, password: PASSWORD })
    .expect(200);
  return login.body.data.token;
};
