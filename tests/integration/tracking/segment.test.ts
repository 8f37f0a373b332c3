/** Segment's official Node library, and raw requests as others send them, against the plugin. */
import { randomUUID } from 'node:crypto';
import { Analytics } from '@segment/analytics-node';
import { nameUuid } from '../../../server/src/modules/tracking/segment/name-uuid';
import { startSite, type TestSite } from '../../support/strapi';
import { activityCount, contactOf } from '../../support/visits';

jest.setTimeout(120_000);

const WRITE_KEY = 'write-key-of-the-tests';
const CONTACT = 'plugin::contact-management.contact';

describe('Segment-spec endpoints', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await startSite({ config: { tracking: { writeKeys: ['another-key', WRITE_KEY] } } });
  });
  afterAll(() => site.stop());

  const send = (name: string, body: unknown, key = WRITE_KEY) =>
    site.http
      .post(`/cm/v1/${name}`)
      .auth(key, '')
      .set('content-type', 'application/json')
      .send(JSON.stringify(body));
  const batch = (...messages: object[]) => send('batch', { batch: messages });
  /** What the messages said; the rest is told by the server itself. */
  const activities = (where: object): Promise<Record<string, unknown>[]> =>
    site.strapi.db
      .connection('cm_activities')
      .where(where)
      .whereNotIn('type', ['statechange', 'merged'])
      .orderBy('occurred_at');
  const contactByUser = (externalId: string) =>
    site.strapi.db.query(CONTACT).findOne({ where: { externalId } });
  const email = () => `${randomUUID().slice(0, 8)}@contacts.test`;

  describe('with @segment/analytics-node', () => {
    const library = () =>
      new Analytics({ writeKey: WRITE_KEY, host: site.url, path: '/cm/v1/batch', maxRetries: 0 });

    it('takes every call and joins the browser’s history to the user', async () => {
      const analytics = library();
      const failures: unknown[] = [];
      analytics.on('error', (error) => failures.push(error));
      const [anonymousId, userId, address] = [randomUUID(), randomUUID(), email()];
      analytics.page({
        anonymousId,
        name: 'Pricing',
        properties: { url: 'https://site.test/pricing?utm_source=letter' },
      });
      analytics.identify({ anonymousId, userId, traits: { email: address, firstName: 'Ann' } });
      analytics.track({ userId, event: 'Product Added', properties: { name: 'Mug', price: 9 } });
      analytics.group({ userId, groupId: 'acme', traits: { name: 'Acme' } });
      analytics.alias({ previousId: randomUUID(), userId });
      await analytics.closeAndFlush();

      expect(failures).toEqual([]);
      const contact = await contactByUser(userId);
      expect(contact).toMatchObject({
        email: address,
        firstName: 'Ann',
        kind: 'known',
        state: 'prospect',
      });
      expect(await contactOf(site, anonymousId)).toMatchObject({ id: contact.id });
      const done = await activities({ contact_id: contact.id });
      expect(done.map(({ type, title }) => [type, title])).toEqual([
        ['pagevisit', 'Pricing'],
        ['productadded', 'Mug'],
      ]);
      expect(done[0]).toMatchObject({ utm_source: 'letter' });
      expect(Number(done[1]?.value)).toBe(9);
    });

    it('stores a batch once that is sent again after a failure', async () => {
      const analytics = new Analytics({
        writeKey: WRITE_KEY,
        host: site.url,
        path: '/cm/v1/batch',
        maxRetries: 2,
        // The answer to the first attempt is lost on its way.
        httpClient: async (url, options) => {
          const response = await fetch(url, options);
          attempts += 1;
          return attempts === 1 ? new Response(null, { status: 500 }) : response;
        },
      });
      let attempts = 0;
      const userId = randomUUID();
      analytics.track({ userId, event: 'Signed In' });
      await analytics.closeAndFlush();
      expect(attempts).toBe(2);
      const { id } = await contactByUser(userId);
      expect(await activityCount(site, { contact_id: id, type: 'login' })).toBe(1);
    });
  });

  describe('who a message is about', () => {
    it('uses an anonymous id that is a UUID as the visitor’s key, and any other as a name', async () => {
      const uuid = randomUUID();
      await batch({ type: 'page', anonymousId: uuid }, { type: 'page', anonymousId: 'ajs:12' });
      expect(await contactOf(site, uuid)).toMatchObject({ kind: 'anonymous' });
      const derived = nameUuid('segment-anonymous', 'ajs:12');
      expect(derived[14]).toBe('8');
      expect(await contactOf(site, derived)).toMatchObject({ kind: 'anonymous' });
    });

    it('makes one contact of a user, whatever named it first', async () => {
      const [userId, anonymousId] = [randomUUID(), randomUUID()];
      await send('track', { userId, event: 'Signed Up' }).expect(200, { success: true });
      await send('page', { userId, anonymousId });
      await send('identify', { userId, traits: { email: email() } });
      const contact = await contactByUser(userId);
      expect(contact.email).not.toBeNull();
      expect(await contactOf(site, anonymousId)).toMatchObject({ id: contact.id });
      expect(await activities({ contact_id: contact.id })).toHaveLength(2);
    });

    it('gives a contact known by e-mail the user’s id, and joins what was known by id alone', async () => {
      const [userId, address] = [randomUUID(), email()];
      const subscriber = await site.strapi
        .documents(CONTACT)
        .create({ data: { email: address, city: 'Brno' } as never });
      await send('track', { userId, event: 'Signed Up' });
      await send('identify', { userId, traits: { email: address, lastName: 'Novak' } });
      const contact = await contactByUser(userId);
      expect(contact).toMatchObject({
        documentId: subscriber.documentId,
        city: 'Brno',
        lastName: 'Novak',
      });
      expect(await activityCount(site, { contact_id: contact.id, type: 'registration' })).toBe(1);
    });

    it('leaves an e-mail with the user who has it', async () => {
      const [first, second, address] = [randomUUID(), randomUUID(), email()];
      await send('identify', { userId: first, traits: { email: address } });
      await send('track', { userId: second, event: 'Signed Up' });
      await send('identify', { userId: second, traits: { email: address, firstName: 'Eve' } });
      expect(await contactByUser(first)).toMatchObject({ email: address, firstName: null });
      expect(await contactByUser(second)).toMatchObject({ email: null, firstName: 'Eve' });
    });

    it('follows a browser from one user to the next within a batch', async () => {
      const anonymousId = randomUUID();
      const [first, second] = [randomUUID(), randomUUID()];
      await batch(
        { type: 'identify', anonymousId, userId: first },
        { type: 'page', anonymousId, userId: first },
        { type: 'page', anonymousId, userId: second },
        { type: 'track', event: 'Signed In', anonymousId, userId: second }
      ).expect(200);
      const [one, two] = [await contactByUser(first), await contactByUser(second)];
      expect(await activities({ contact_id: one.id })).toHaveLength(1);
      expect(await activities({ contact_id: two.id })).toHaveLength(2);
    });

    it('joins an anonymous history by alias', async () => {
      const [previousId, userId] = [randomUUID(), randomUUID()];
      await send('page', { anonymousId: previousId });
      await send('identify', { userId, traits: { email: email() } });
      await send('alias', { previousId, userId }).expect(200);
      const contact = await contactByUser(userId);
      expect(await activityCount(site, { contact_id: contact.id, type: 'pagevisit' })).toBe(1);
    });
  });

  describe('what becomes of events', () => {
    it('turns an order into a purchase with its products, and the prospect into a client', async () => {
      const userId = randomUUID();
      await send('track', {
        userId,
        messageId: `order-${userId}`,
        event: 'Order Completed',
        properties: {
          order_id: 'A-1',
          revenue: '25.50',
          total: 30,
          products: [
            { name: 'Mug', price: 8, quantity: 2 },
            { sku: 'T-1', price: '9.50' },
          ],
        },
      }).expect(200);
      const contact = await contactByUser(userId);
      const bought = await activities({ contact_id: contact.id });
      const told = bought.map(({ type, title, value }) => [type, title, Number(value)]);
      expect(told).toEqual(
        expect.arrayContaining([
          ['purchase', 'A-1', 25.5],
          ['purchasedproduct', 'Mug', 16],
          ['purchasedproduct', 'T-1', 9.5],
        ])
      );
      expect(told).toHaveLength(3);
      expect(contact.state).toBe('client');
    });

    it.each([
      ['Products Searched', 'internalsearch'],
      ['Product Removed', 'productremoved'],
      ['Product Added to Wishlist', 'wishlist'],
      ['signed_up', 'registration'],
      ['Checkout Abandoned', 'checkoutabandoned'],
      ['Meeting', 'meeting'],
      ['Webinar Attended', 'webinar-attended'],
    ])('records "%s" as %s', async (event, type) => {
      const types = site.strapi.plugin('contact-management').service('activity-types');
      if (!types.has('webinar-attended')) {
        await types.save({
          name: 'webinar-attended',
          displayName: 'Webinar',
          color: 'secondary',
          manualCreation: false,
        });
      }
      const anonymousId = randomUUID();
      await send('track', { anonymousId, event, properties: { query: 'mugs' } });
      const { id } = await contactOf(site, anonymousId);
      const [recorded] = await activities({ contact_id: Number(id) });
      expect(recorded?.type).toBe(type);
    });

    it('leaves out a track whose name is no activity type, and takes the others', async () => {
      const anonymousId = randomUUID();
      await batch(
        { type: 'track', anonymousId, event: 'Nobody Knows This' },
        { type: 'screen', anonymousId, name: 'Home' }
      ).expect(200, { success: true });
      const { id } = await contactOf(site, anonymousId);
      const done = await activities({ contact_id: Number(id) });
      expect(done.map(({ type, title }) => [type, title])).toEqual([['pagevisit', 'Home']]);
    });

    it('keeps history of years ago, and corrects a clock that is wrong', async () => {
      const anonymousId = randomUUID();
      const hour = 3_600_000;
      const wrong = Date.now() - 2 * hour;
      await send('batch', {
        batch: [{ type: 'page', anonymousId, timestamp: '2021-03-04T05:06:07.000Z' }],
      });
      await send('batch', {
        sentAt: new Date(wrong).toISOString(),
        batch: [
          { type: 'page', anonymousId, originalTimestamp: new Date(wrong - hour).toISOString() },
        ],
      });
      const { id } = await contactOf(site, anonymousId);
      const [old, recent] = await activities({ contact_id: Number(id) });
      expect(new Date(Number(old?.occurred_at)).toISOString()).toBe('2021-03-04T05:06:07.000Z');
      expect(Math.abs(Number(recent?.occurred_at) - (Date.now() - hour))).toBeLessThan(10_000);
    });

    it('stores messages with one id once, in one request and in two', async () => {
      const anonymousId = randomUUID();
      const message = { type: 'page', anonymousId, messageId: `m-${anonymousId}` };
      await batch(message, message).expect(200);
      await batch(message).expect(200);
      const { id } = await contactOf(site, anonymousId);
      expect(await activityCount(site, { contact_id: id })).toBe(1);
    });

    it('takes a library’s user agent for what it is, and the context’s for the visitor’s', async () => {
      const anonymousId = randomUUID();
      await send('page', {
        anonymousId,
        context: { userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Firefox/128.0' },
      }).set('user-agent', 'Googlebot/2.1');
      const { id } = await contactOf(site, anonymousId);
      const [page] = await activities({ contact_id: Number(id) });
      expect(page).toMatchObject({ browser: 'Firefox', os: 'Linux' });
    });

    it('needs no more queries for a hundred messages than for two', async () => {
      const userId = randomUUID();
      const count = async (messages: number) => {
        const list = Array.from({ length: messages }, () => ({
          type: 'track',
          event: 'Signed In',
          userId,
          anonymousId: userId,
        }));
        let queries = 0;
        const { client } = site.strapi.db.connection;
        const onQuery = () => (queries += 1);
        site.strapi.db.connection.on('query', onQuery);
        const acquire = client.acquireConnection.bind(client);
        client.acquireConnection = () => ((queries += 1), acquire());
        await batch(...list).expect(200);
        site.strapi.db.connection.off('query', onQuery);
        client.acquireConnection = acquire;
        return queries;
      };
      // What the site does beside the request only ever adds queries: the least of some tries has none of it.
      const least = async (messages: number) => {
        const tries = [];
        for (let attempt = 0; attempt < 5; attempt += 1) tries.push(await count(messages));
        return Math.min(...tries);
      };
      await count(1);
      const few = await least(2);
      expect(few).toBeGreaterThan(0);
      expect(await least(100)).toBe(few);
    });
  });

  describe('what is refused', () => {
    it.each([
      ['without authorization', undefined],
      ['with a wrong key', `Basic ${Buffer.from('wrong:').toString('base64')}`],
      ['with an empty key', `Basic ${Buffer.from(':').toString('base64')}`],
      ['with the key as password', `Basic ${Buffer.from(`x:${WRITE_KEY}`).toString('base64')}`],
      ['with another scheme', `Bearer ${WRITE_KEY}`],
    ])('answers 401 %s', async (_name, authorization) => {
      const request = site.http.post('/cm/v1/track');
      if (authorization) void request.set('authorization', authorization);
      const answer = await request.send({ userId: 'u', event: 'Signed In' });
      expect(answer.status).toBe(401);
      expect(answer.body).toMatchObject({ success: false });
      expect(await contactByUser('u')).toBeNull();
    });

    it.each([
      ['a message about nobody', 'track', { event: 'Signed In' }],
      ['a body that is a list', 'track', []],
      ['a batch without messages', 'batch', { userId: 'x' }],
      ['a message over 32 KB', 'track', { userId: 'x', properties: { a: 'x'.repeat(33_000) } }],
    ])('answers 400 to %s', async (_name, endpoint, body) => {
      const answer = await send(endpoint, body);
      expect(answer.status).toBe(400);
      expect(answer.body).toMatchObject({ success: false, message: expect.any(String) });
    });

    it('takes a batch of 400 KB and refuses one of more than 500', async () => {
      const anonymousId = randomUUID();
      const messages = (kilobytes: number) =>
        Array.from({ length: kilobytes / 4 }, () => ({
          type: 'page',
          anonymousId,
          properties: { note: 'x'.repeat(4_000) },
        }));
      await batch(...messages(400)).expect(200);
      const { id } = await contactOf(site, anonymousId);
      expect(await activityCount(site, { contact_id: id })).toBe(100);
      await batch(...messages(540)).expect(413);
    });
  });
});

describe('Segment-spec endpoints elsewhere', () => {
  it('do not exist in the CMS edition', async () => {
    const site = await startSite({
      config: { edition: 'cms', tracking: { writeKeys: [WRITE_KEY] } },
    });
    await site.http.post('/cm/v1/batch').auth(WRITE_KEY, '').send({ batch: [] }).expect(404);
    await site.stop();
  });
});
