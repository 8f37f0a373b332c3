/** Webhooks as the settings page makes, changes and removes them. */
import { Webhook } from 'standardwebhooks';
import type { WebhookView } from '../../../server/src/modules/webhooks';
import { webhookRows } from '../../../server/src/modules/webhooks/tables';
import { asAdmin } from '../../support/admin-roles';
import { startSite, type TestSite } from '../../support/strapi';
import { answerWith, startReceiver, verify, type Receiver } from '../../support/webhook-receiver';
import { createWebhook, deliveriesOf, untilDeliveries, WEBHOOKS } from '../../support/webhooks';

const EVENTS = ['contact.created'];
const PUBLIC_URL = 'https://hooks.example.com/in';

let site: TestSite;
const send = (method: 'post' | 'put' | 'delete', path: string, body?: object) =>
  site.http[method](`${WEBHOOKS}${path}`).set(asAdmin(site.adminToken)).send(body);
const list = async (): Promise<WebhookView[]> =>
  (await site.http.get(WEBHOOKS).set(asAdmin(site.adminToken)).expect(200)).body.data;

afterEach(() => webhookRows(site.strapi).delete());
afterAll(() => site.stop());

describe('a webhook', () => {
  let receiver: Receiver;
  beforeAll(async () => {
    site = await startSite({ config: { webhooks: { allowPrivateAddresses: true } } });
    receiver = await startReceiver();
  });
  beforeEach(() => {
    receiver.received = [];
    receiver.answer = answerWith(204);
  });
  afterAll(async () => {
    await receiver.close();
    await site.stop();
  });

  it('shows its secret once, and the values of its headers never', async () => {
    const headers = { Authorization: 'Bearer hidden' };
    const { secret, ...view } = await createWebhook(site, receiver.url, EVENTS, { headers });
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(await list()).toEqual([{ ...view, headers: ['authorization'] }]);
  });

  it('keeps the value of a header that is not typed again, but not for another address', async () => {
    const { id } = await createWebhook(site, receiver.url, EVENTS, { headers: { 'x-key': 'one' } });
    const change = { name: 'New', url: receiver.url, events: EVENTS, headers: { 'x-key': null } };
    await send('put', `/${id}`, change).expect(200);
    await send('post', `/${id}/test`).expect(200);
    expect(receiver.received[0]?.headers['x-key']).toBe('one');
    const moved = { ...change, url: 'http://127.0.0.1:9/elsewhere' };
    await send('put', `/${id}`, moved).expect(400);
    expect(await list()).toMatchObject([{ name: 'New', url: receiver.url }]);
  });

  it('has no stored value of a header that is called as what every object has', async () => {
    const { id } = await createWebhook(site, receiver.url, EVENTS);
    const headers = { constructor: null };
    const change = { name: 'New', url: receiver.url, events: EVENTS, headers };
    const { body } = await send('put', `/${id}`, change).expect(400);
    expect(body.error.message).toBe('Type the value of the header "constructor"');
  });

  it('signs with the old secret as well after a rotation', async () => {
    const { id, secret: old } = await createWebhook(site, receiver.url, EVENTS);
    const { body } = await send('post', `/${id}/rotate-secret`).expect(200);
    await send('post', `/${id}/test`).expect(200);
    const [request] = receiver.received;
    if (!request) throw new Error('Nothing was received');
    expect(body.data.secret).not.toBe(old);
    expect(verify(body.data.secret as string, request)).toMatchObject({ type: 'test', data: [] });
    expect(() => verify(old, request)).not.toThrow();
    await webhookRows(site.strapi).where({ id }).update({ previous_until: 1 });
    await send('post', `/${id}/test`).expect(200);
    const last = receiver.received.at(-1);
    expect(() => new Webhook(old).verify(last?.body ?? '', last?.headers as never)).toThrow();
  });

  it('answers a test with what came back, also while it is off', async () => {
    receiver.answer = answerWith(418, 'teapot');
    const { id } = await createWebhook(site, receiver.url, EVENTS, { enabled: false });
    const { body } = await send('post', `/${id}/test`).expect(200);
    expect(body.data).toMatchObject({
      type: 'test',
      status: 'failed',
      responseStatus: 418,
      response: 'teapot',
      attempts: 1,
    });
    expect(await deliveriesOf(site, id)).toEqual([body.data]);
  });

  it('starts afresh when it is switched on again', async () => {
    const { id, name, url } = await createWebhook(site, receiver.url, EVENTS);
    await webhookRows(site.strapi)
      .where({ id })
      .update({ enabled: false, switched_off: 'failing', failing_since: 1 });
    expect(await list()).toMatchObject([{ enabled: false, switchedOff: 'failing' }]);
    await send('put', `/${id}`, { name, url, events: EVENTS, enabled: true }).expect(200);
    expect(await list()).toMatchObject([{ enabled: true, switchedOff: null, failingSince: null }]);
  });

  it('pages its deliveries, and takes them along when it is removed', async () => {
    const { id } = await createWebhook(site, receiver.url, EVENTS);
    for (let count = 0; count < 3; count += 1) await send('post', `/${id}/test`).expect(200);
    const page = async (query: string) =>
      (
        await site.http
          .get(`${WEBHOOKS}/${id}/deliveries?limit=2${query}`)
          .set(asAdmin(site.adminToken))
      ).body;
    const first = await page('');
    const second = await page(`&cursor=${first.meta.nextCursor}`);
    expect([first.data.length, second.data.length, second.meta.nextCursor]).toEqual([2, 1, null]);
    await send('delete', `/${id}`).expect(200);
    expect(await list()).toEqual([]);
    await send('post', `/${id}/test`).expect(404);
  });

  it.each([
    ['no name', { name: ' ' }, /name/],
    ['a list for a name', { name: ['Hook'] }, /name/],
    ['an object for a name', { name: { first: 'Hook' } }, /name/],
    ['a list for an address', { url: [PUBLIC_URL] }, /url/],
    ['an object for an address', { url: { href: PUBLIC_URL } }, /url/],
    ['no event', { events: [] }, /events|at least one event/],
    ['an event that there is not', { events: ['contact.born'] }, /events/],
    ['no address', { url: 'hooks' }, /https/],
    ['another protocol', { url: 'ftp://hooks.example.com/' }, /https/],
    ['a file', { url: 'file:///etc/passwd' }, /https/],
    ['a password in the address', { url: 'https://a:b@hooks.example.com/' }, /password/],
    ['a header of ours', { headers: { 'Webhook-Signature': 'x' } }, /Webhook-Signature/],
    ['a header in two lines', { headers: { 'x-a': 'a\r\nhost: b' } }, /one line/],
    ['a header without a value', { headers: { 'x-a': null } }, /x-a/],
    ['a field that there is not', { secret: 'mine' }, /secret|unspecified/],
  ])('is refused with %s', async (_name, wrong, message) => {
    const good = { name: 'Hook', url: PUBLIC_URL, events: EVENTS };
    const { body } = await send('post', '', { ...good, ...wrong }).expect(400);
    expect(JSON.stringify(body.error)).toMatch(message);
    expect(await list()).toEqual([]);
  });
});

describe('where private addresses are not allowed, a webhook', () => {
  beforeAll(async () => {
    site = await startSite();
  });

  it.each([
    'http://127.0.0.1:1337/',
    'http://[::1]/',
    'http://0.0.0.0/',
    'http://10.0.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[fe80::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://localhost:1337/',
  ])('is refused for %s', async (url) => {
    const { body } = await send('post', '', { name: 'Hook', url, events: EVENTS }).expect(400);
    expect(body.error.message).toMatch(/private network/);
    expect(body.error.details.errors[0].path).toEqual(['url']);
  });

  it.each(['localhost', '127.0.0.1'])(
    'reaches nothing when its address has come to lead to %s',
    async (host) => {
      const receiver = await startReceiver();
      const { id } = await createWebhook(site, PUBLIC_URL, EVENTS);
      await webhookRows(site.strapi)
        .where({ id })
        .update({ url: `http://${host}:${receiver.port}/` });
      await site.strapi
        .documents('plugin::contact-management.contact')
        .create({ data: { email: `${host}@rebound.test` } as never });
      const [delivery] = await untilDeliveries(site, id, ([one]) => Boolean(one?.error));
      expect(delivery?.error).toMatch(/private, loopback or link-local/);
      expect(receiver.received).toEqual([]);
      await receiver.close();
    }
  );
});
