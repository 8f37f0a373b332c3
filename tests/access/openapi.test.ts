/** The content API as Strapi describes it: `strapi openapi generate` makes the same document. */
import { generate } from '@strapi/openapi';
import type { Core } from '@strapi/strapi';
import { accountsOf } from '../support/accounts';
import { documentsOf } from '../support/documents';
import { startSite, type TestSite } from '../support/strapi';
import { event } from '../support/visits';

interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  required?: string[];
  maxItems?: number;
  enum?: unknown[];
}
interface Operation {
  parameters: { name: string; in: string }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}
type Paths = Record<string, Record<string, Operation>>;

const JSON_TYPE = 'application/json';
const bodyOf = (operation: Operation | undefined) =>
  operation?.requestBody?.content[JSON_TYPE]?.schema;
const answerOf = (operation: Operation | undefined) =>
  operation?.responses[200]?.content?.[JSON_TYPE]?.schema;

describe('the OpenAPI document', () => {
  let site: TestSite;
  let paths: Paths;
  let routes: Core.Route[];
  beforeAll(async () => {
    site = await startSite();
    const { document } = generate(site.strapi, { type: 'content-api' });
    paths = document.paths as unknown as Paths;
    const routers = site.strapi.plugin('contact-management').routes as Record<string, Core.Router>;
    routes = routers['content-api']?.routes ?? [];
  });
  afterAll(() => site.stop());

  const operation = (method: string, path: string) =>
    paths[`/contact-management${path}`]?.[method.toLowerCase()];
  const routeOf = (method: string, path: string) =>
    routes.find((route) => route.method === method && route.path === path);
  const call = (method: 'get' | 'post' | 'delete', path: string, body?: object) =>
    site.http[method](`/api/contact-management${path}`)
      .set('authorization', `Bearer ${site.apiToken}`)
      .send(body);

  it('has every route, with what it takes and answers', () => {
    const missing = routes.flatMap(({ method, path }) => {
      const found = operation(method, path.replace(/:(\w+)/g, '{$1}'));
      const named = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name);
      const described = found?.parameters
        .filter((one) => one.in === 'path')
        .map(({ name }) => name);
      return [
        ...(found ? [] : ['the route']),
        ...(JSON.stringify(described) === JSON.stringify(named) ? [] : ['its parameters']),
        ...(method === 'GET' || method === 'DELETE' || bodyOf(found) ? [] : ['its body']),
        ...(method === 'DELETE' || answerOf(found) ? [] : ['its answer']),
      ].map((what) => `${what} of ${method} ${path}`);
    });
    expect(routes.length).toBeGreaterThan(10);
    expect(missing).toEqual([]);
  });

  it('tells the fields of a contact, and no secrets of admin users', () => {
    const data = bodyOf(operation('POST', '/contacts'))?.properties?.data;
    expect(Object.keys(data?.properties ?? {})).toEqual(
      expect.arrayContaining(['email', 'firstName', 'state', 'country', 'status'])
    );
    expect(JSON.stringify(paths)).not.toMatch(/resetPasswordToken|registrationToken/);
  });

  it('tells how many events and contacts may be sent, and in which form', () => {
    const events = bodyOf(operation('POST', '/events'))?.properties?.events;
    expect(events).toMatchObject({ type: 'array', maxItems: 1_000 });
    expect(events?.items?.required).toEqual(['id', 'type', 'contact']);
    const contacts = bodyOf(operation('POST', '/contacts/upsert'))?.properties?.contacts;
    expect(contacts).toMatchObject({ type: 'array', maxItems: 1_000 });
    expect(contacts?.items?.properties?.match?.enum).toEqual(['email', 'externalId', 'documentId']);
    expect(contacts?.items?.properties?.data?.properties).toHaveProperty('documentId');
  });

  it('describes what is answered', async () => {
    const CONTACT = 'plugin::contact-management.contact';
    const { documentId } = await documentsOf(site, CONTACT).create({
      data: { email: 'open@site.test' },
    });
    const account = await accountsOf(site).newAccount('Open');
    await accountsOf(site).join(account, { id: 0, documentId });
    const events = [event({ contact: { documentId }, data: { a: 1 } }), event(), null];
    const upserts = [{ data: { email: 'open@site.test' } }, { data: { email: 'nobody' } }];
    const answers = [
      ['POST', '/events', await call('post', '/events', { events })],
      ['POST', '/contacts/upsert', await call('post', '/contacts/upsert', { contacts: upserts })],
      [
        'GET',
        '/contacts/:documentId/activities',
        await call('get', `/contacts/${documentId}/activities`),
      ],
      [
        'GET',
        '/accounts/:documentId/activities',
        await call('get', `/accounts/${account.documentId}/activities`),
      ],
      [
        'GET',
        '/accounts/:documentId/summary',
        await call('get', `/accounts/${account.documentId}/summary`),
      ],
    ] as const;
    for (const [method, path, { status, body }] of answers) {
      expect([path, status]).toEqual([path, 200]);
      expect(routeOf(method, path)?.response?.parse(body)).toEqual(body);
    }
  });

  it('is not what refuses a body: the handlers do, in their own words', async () => {
    const { body } = await call('post', '/events', { events: {} }).expect(400);
    expect(body.error.message).toBe('events must be a list of 1 to 1,000 events');
    const unknown = [{ match: 'name', data: { email: 'x@site.test' } }];
    const upsert = await call('post', '/contacts/upsert', { contacts: unknown }).expect(200);
    expect(upsert.body.results[0].error).toBe('match must be one of email, externalId, documentId');
    const extra = { data: { email: 'strict@site.test' } };
    await call('post', '/contacts?unheard=of', extra).expect(201);
  });
});
