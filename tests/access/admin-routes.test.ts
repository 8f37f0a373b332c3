/** The locks on the admin routes, tried one by one: no route without one, none with the wrong one. */
import { adminWith, asAdmin } from '../support/admin-roles';
import { startSite, type TestSite } from '../support/strapi';
import { guardedRoutes, type GuardedRoute } from './admin-routes';

const nameOf = ({ method, path }: Pick<GuardedRoute, 'method' | 'path'>) => `${method} ${path}`;
const cases = guardedRoutes.map((route) => [nameOf(route), route] as const);

/** Without these nobody comes in: each of the permissions of an only door, or one of every door. */
const locksOf = ({ doors }: GuardedRoute): string[][] => {
  const [only = [], ...others] = doors;
  return others.length === 0 ? only.map((permission) => [permission]) : [doors.flat()];
};

/** Parameters name nothing that exists. */
const call = (site: TestSite, { method, path }: GuardedRoute, token?: string) =>
  site.http[method.toLowerCase() as 'get'](
    `/contact-management${path.replace(/:\w+/g, 'nobody')}`
  ).set(token ? asAdmin(token) : {});

describe('an admin route', () => {
  let site: TestSite;
  let nothing: string;
  /** By permissions. */
  const admins = new Map<string, string>();
  const withOnly = async (permissions: string[]): Promise<string> => {
    const key = permissions.join();
    const token = admins.get(key) ?? (await adminWith(site, ...permissions));
    admins.set(key, token);
    return token;
  };
  let permissions: string[];
  const withAllBut = (missing: string[]) =>
    withOnly(permissions.filter((permission) => !missing.includes(permission)));

  beforeAll(async () => {
    site = await startSite();
    permissions = registered(site);
    nothing = await adminWith(site);
  });
  afterAll(() => site.stop());

  it('is in the table, each of them', () => {
    const { admin } = site.strapi.plugin('contact-management').routes as unknown as {
      admin: { routes: GuardedRoute[] };
    };
    expect(admin.routes.map(nameOf).sort()).toEqual(guardedRoutes.map(nameOf).sort());
  });

  it.each(cases)('%s lets nobody in without a token', async (_name, route) => {
    expect((await call(site, route)).status).toBe(401);
    expect((await call(site, route, site.apiToken)).status).toBe(401);
  });

  it.each(cases)('%s lets nobody in without each of its permissions', async (_name, route) => {
    expect((await call(site, route, nothing)).status).toBe(403);
    for (const missing of locksOf(route)) {
      const answer = await call(site, route, await withAllBut(missing));
      expect([missing, answer.status]).toEqual([missing, 403]);
    }
  });

  it.each(cases)('%s lets whoever has just its permissions in', async (_name, route) => {
    for (const door of route.doors) {
      const { status, body } = await call(site, route, await withOnly(door));
      expect([door, status, body.error?.message]).toEqual([
        door,
        route.status,
        route.status === 200 ? undefined : expect.stringMatching(/\w+ \w+/),
      ]);
    }
  });
});

describe('an admin route in the CMS edition', () => {
  let site: TestSite;
  let nobody: string;
  beforeAll(async () => {
    site = await startSite({ config: { edition: 'cms' } });
    nobody = await adminWith(site);
  });
  afterAll(() => site.stop());

  it.each(cases)('%s is there, unless it is of the EMS edition', async (_name, route) => {
    expect((await call(site, route)).status).toBe(401);
    expect((await call(site, route, nobody)).status).toBe(route.ems ? 404 : 403);
    const { status } = await call(site, route, site.adminToken);
    expect(status).toBe(route.ems ? 404 : route.status);
  });
});

/** The plugin's own permissions, as roles are offered them: `contacts.read`. */
const registered = ({ strapi }: TestSite): string[] =>
  (strapi.service('admin::permission').actionProvider.values() as { actionId: string }[])
    .map(({ actionId }) => actionId)
    .filter((uid) => uid.startsWith('plugin::contact-management.'))
    .map((uid) => uid.replace('plugin::contact-management.', ''));
