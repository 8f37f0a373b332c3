/** The locks on the content API, tried one by one: by API tokens, and by roles of the site's users. */
import { allowPublic } from '../support/site-users';
import { startSite, type TestSite } from '../support/strapi';
import { contentApiRoutes, type ContentApiRoute } from './content-api-routes';

const nameOf = ({ method, path }: Pick<ContentApiRoute, 'method' | 'path'>) => `${method} ${path}`;
const cases = contentApiRoutes.map((route) => [nameOf(route), route] as const);

/** Parameters name nothing that exists. */
const call = (site: TestSite, { method, path }: ContentApiRoute, token?: string) =>
  site.http[method.toLowerCase() as 'get'](
    `/api/contact-management${path.replace(/:\w+/g, 'nobody')}`
  ).set(token ? { authorization: `Bearer ${token}` } : {});

const makeToken = async (site: TestSite, name: string, permissions: string[]): Promise<string> => {
  const { accessKey } = await site.strapi
    .service('admin::api-token')
    .create({ name, type: 'custom', lifespan: null, description: '', permissions });
  return accessKey as string;
};

describe('a route of the content API', () => {
  let site: TestSite;
  let actions: string[];
  beforeAll(async () => {
    site = await startSite();
    actions = contentApiRoutes.map(({ action }) => action);
  });
  afterAll(() => site.stop());

  it('is in the table, each of them', () => {
    const routers = site.strapi.plugin('contact-management').routes as unknown as {
      'content-api': { routes: (ContentApiRoute & { config: { auth: { scope: string[] } } })[] };
    };
    const registered = routers['content-api'].routes.map(
      (route) => `${nameOf(route)} ${route.config.auth.scope.join()}`
    );
    const inTable = contentApiRoutes.map((route) => `${nameOf(route)} ${route.action}`);
    expect(registered.sort()).toEqual(inTable.sort());
  });

  it.each(cases)('%s lets nobody in without a token', async (_name, route) => {
    expect((await call(site, route)).status).toBe(403);
    expect((await call(site, route, 'no-token')).status).toBe(401);
    expect((await call(site, route, site.adminToken)).status).toBe(401);
  });

  it.each(cases)('%s lets nobody in with every other permission', async (name, route) => {
    const others = actions.filter((action) => action !== route.action);
    const token = await makeToken(site, `all but ${name}`, others);
    expect((await call(site, route, token)).status).toBe(403);
  });

  it.each(cases)('%s lets a token with just its permission in', async (name, route) => {
    const token = await makeToken(site, `only ${name}`, [route.action]);
    expect((await call(site, route, token)).status).toBe(route.status);
  });

  it('lets in whoever a role of users-permissions lets in', async () => {
    await allowPublic(site, ...actions);
    for (const route of contentApiRoutes) {
      expect([nameOf(route), (await call(site, route)).status]).toEqual([
        nameOf(route),
        route.status,
      ]);
    }
  });
});

describe('a route of the content API in the CMS edition', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await startSite({ config: { edition: 'cms' } });
  });
  afterAll(() => site.stop());

  it.each(cases)('%s is there, unless it is of the EMS edition', async (_name, route) => {
    const { status } = await call(site, route, site.apiToken);
    expect(status).toBe(route.ems ? 404 : route.status);
  });
});
