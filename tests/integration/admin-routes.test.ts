/** The locks on the admin routes, tried one by one: no route without one, none with the wrong one. */
import { adminWith, asAdmin } from '../support/admin-roles';
import { startSite, type TestSite } from '../support/strapi';
import { guardedRoutes, type GuardedRoute } from './admin-routes';

const nameOf = ({ method, path }: Pick<GuardedRoute, 'method' | 'path'>) => `${method} ${path}`;
const cases = guardedRoutes.map((route) => [nameOf(route), route] as const);

/** Parameters name nothing that exists. */
const call = (site: TestSite, { method, path }: GuardedRoute, token?: string) =>
  site.http[method.toLowerCase() as 'get'](
    `/contact-management${path.replace(/:\w+/g, 'nobody')}`
  ).set(token ? asAdmin(token) : {});

describe('an admin route', () => {
  let site: TestSite;
  let nothing: string;
  /** By permissions. */
  const withOnly = new Map<string, string>();
  const withAllBut = new Map<string, string>();

  beforeAll(async () => {
    site = await startSite();
    const permissions = registered(site);
    nothing = await adminWith(site);
    for (const permission of permissions) {
      const others = permissions.filter((other) => other !== permission);
      withAllBut.set(permission, await adminWith(site, ...others));
    }
    for (const needed of new Set(guardedRoutes.map(({ permissions: all }) => all.join()))) {
      withOnly.set(needed, await adminWith(site, ...needed.split(',')));
    }
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
    for (const permission of route.permissions) {
      const answer = await call(site, route, withAllBut.get(permission));
      expect([permission, answer.status]).toEqual([permission, 403]);
    }
  });

  it.each(cases)('%s lets whoever has just its permissions in', async (_name, route) => {
    const { status, body } = await call(site, route, withOnly.get(route.permissions.join()));
    expect([status, body.error?.message]).toEqual([
      route.status,
      route.status === 200 ? undefined : expect.stringMatching(/\w+ \w+/),
    ]);
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
