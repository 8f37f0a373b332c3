import { randomUUID } from 'node:crypto';
import { documentsOf } from '../../support/documents';
import { startSite, type TestSite } from '../../support/strapi';
import { activityCount, event } from '../../support/visits';

const CONTACT = 'plugin::contact-management.contact';
const DAY = 86_400_000;

const send = (site: TestSite, body: string | object) =>
  site.http
    .post('/api/contact-management/events')
    .set('authorization', `Bearer ${site.apiToken}`)
    .set('content-type', 'application/json')
    .send(typeof body === 'string' ? body : JSON.stringify(body));

const contactByEmail = (site: TestSite, email: string) =>
  site.strapi.db.query(CONTACT).findOne({ where: { email } });

const rowOf = (site: TestSite, eventId: string) =>
  site.strapi.db.connection('cm_activities').where('event_id', eventId).first();

describe('events from a site’s back end', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await startSite();
    await documentsOf(site, CONTACT).create({
      data: { email: 'known@shop.test', externalId: 'crm-1' },
    });
    await documentsOf(site, CONTACT).create({
      data: { email: 'private@shop.test', monitored: false },
    });
  });
  afterAll(() => site.stop());

  it('find their contact by document id, e-mail or external id', async () => {
    const { id, documentId } = await contactByEmail(site, 'known@shop.test');
    const events = [{ documentId }, { email: ' Known@Shop.test ' }, { externalId: 'crm-1' }].map(
      (contact) => event({ contact, type: 'call' })
    );
    const { body } = await send(site, { events }).expect(200);
    expect(body).toEqual({ accepted: 3, duplicates: 0, rejected: [] });
    expect(await activityCount(site, { contact_id: id, type: 'call' })).toBe(3);
  });

  it('make one known contact of an address nobody has', async () => {
    const contact = { email: 'new@shop.test' };
    const at = Date.now() - 400 * DAY;
    const events = [event({ contact, at: at + DAY }), event({ contact, at })];
    const { body } = await send(site, { events }).expect(200);
    expect(body.accepted).toBe(2);
    const made = await contactByEmail(site, 'new@shop.test');
    expect(made).toMatchObject({ kind: 'known', state: 'prospect', source: 'events' });
    expect(new Date(made.firstSeenAt).getTime()).toBe(at);
    expect(new Date(made.lastActivityAt).getTime()).toBe(at + DAY);
  });

  it('keep old times, but none of the future and none before 1970', async () => {
    const contact = { externalId: 'crm-1' };
    const old = event({ contact, at: '2015-06-01T12:00:00.000Z' });
    const ancient = event({ contact, at: '1901-01-01' });
    const future = event({ contact, at: '2999-01-01' });
    await send(site, { events: [old, ancient, future] }).expect(200);
    const timeOf = async ({ id }: { id: string }) => Number((await rowOf(site, id)).occurred_at);
    expect(await timeOf(old)).toBe(Date.parse('2015-06-01T12:00:00.000Z'));
    expect(await timeOf(ancient)).toBe(0);
    expect(await timeOf(future)).toBeLessThanOrEqual(Date.now() + 300_000);
    const { lastActivityAt } = await contactByEmail(site, 'known@shop.test');
    expect(new Date(lastActivityAt).getTime()).toBeLessThanOrEqual(Date.now());
  });

  it('are stored once, however often they are sent', async () => {
    const one = event({ contact: { externalId: 'crm-1' } });
    const twice = await send(site, { events: [one, one] }).expect(200);
    expect(twice.body).toEqual({ accepted: 1, duplicates: 1, rejected: [] });
    const again = await send(site, { events: [one] }).expect(200);
    expect(again.body).toEqual({ accepted: 0, duplicates: 1, rejected: [] });
  });

  it('are refused one by one, each with a reason, and never cost the others', async () => {
    const contact = { externalId: 'crm-1' };
    const events = [
      event({ contact: { documentId: 'nobody' } }),
      event({ contact, type: 'no-such-type' }),
      event({ contact }),
      event(),
      event({ contact: { email: 'a@shop.test', externalId: 'b' } }),
      event({ contact: { email: 'no address' } }),
      event({ contact: { externalId: 7 } }),
      event({ contact: { externalId: 'crm-2' } }),
      event({ contact: { email: 'private@shop.test' } }),
      event({ contact, at: 'yesterday' }),
      null,
    ];
    const { body } = await send(site, { events }).expect(200);
    expect(body.accepted).toBe(1);
    expect(body.rejected).toEqual([
      { index: 0, code: 'unknown-contact', message: 'No contact has this documentId' },
      { index: 1, code: 'unknown-type', message: expect.any(String) },
      {
        index: 3,
        code: 'invalid-event',
        message: 'contact must name one of documentId, email or externalId',
      },
      {
        index: 4,
        code: 'invalid-event',
        message: 'contact must name one of documentId, email or externalId',
      },
      {
        index: 5,
        code: 'invalid-event',
        message: 'contact.email must be an e-mail address',
      },
      {
        index: 6,
        code: 'invalid-event',
        message: 'contact.externalId must be text of 1 to 255 characters',
      },
      { index: 7, code: 'unknown-contact', message: 'No contact has this externalId' },
      { index: 8, code: 'not-monitored', message: 'Nothing is recorded of this contact' },
      { index: 9, code: 'invalid-time', message: expect.any(String) },
      { index: 10, code: 'invalid-event', message: expect.any(String) },
    ]);
    expect(await contactByEmail(site, 'a@shop.test')).toBeNull();
  });

  it('make a client of a prospect who buys', async () => {
    const contact = { email: 'till@shop.test' };
    await send(site, { events: [event({ contact, type: 'purchase', value: 12.5 })] }).expect(200);
    expect(await contactByEmail(site, 'till@shop.test')).toMatchObject({ state: 'client' });
  });

  it('may be a thousand at once, of as many new people, in a handful of statements', async () => {
    const events = Array.from({ length: 1_000 }, (_, n) =>
      event({ id: randomUUID(), contact: { email: `crowd-${n}@shop.test` }, url: null })
    );
    let statements = 0;
    const count = () => (statements += 1);
    site.strapi.db.connection.on('query', count);
    const { body } = await send(site, { events }).expect(200);
    site.strapi.db.connection.removeListener('query', count);
    expect(body).toEqual({ accepted: 1_000, duplicates: 0, rejected: [] });
    expect(statements).toBeLessThan(60);
  });

  it('make one contact of one new address sent by ten requests at once', async () => {
    const contact = { email: 'rush@shop.test' };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => send(site, { events: [event({ contact })] }))
    );
    expect(answers.map(({ body }) => body.accepted)).toEqual(answers.map(() => 1));
    const { id } = await contactByEmail(site, 'rush@shop.test');
    expect(await activityCount(site, { contact_id: id })).toBe(10);
  });

  it.each<[string, string | object, string]>([
    ['no object', '[]', 'events must be a list of 1 to 1,000 events'],
    ['no events', {}, 'events must be a list of 1 to 1,000 events'],
    ['events that are no list', { events: {} }, 'events must be a list of 1 to 1,000 events'],
    ['an empty list', { events: [] }, 'events must be a list of 1 to 1,000 events'],
    [
      'too many',
      { events: Array.from({ length: 1_001 }, () => 0) },
      'events may hold at most 1,000 events; send the rest in another request',
    ],
  ])('refuse a body with %s', async (_name, body, message) => {
    const answer = await send(site, body).expect(400);
    expect(answer.body.error).toMatchObject({ name: 'ValidationError', message });
  });

  it('need a token', async () => {
    const body = { events: [event({ contact: { email: 'thief@shop.test' } })] };
    await site.http.post('/api/contact-management/events').send(body).expect(403);
    expect(await contactByEmail(site, 'thief@shop.test')).toBeNull();
  });
});

describe('events in the CMS edition', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await startSite({ config: { edition: 'cms' } });
  });
  afterAll(() => site.stop());

  it('have no endpoint', async () => {
    await send(site, { events: [event({ contact: { email: 'cms@shop.test' } })] }).expect(404);
    expect(await activityCount(site)).toBe(0);
  });
});
