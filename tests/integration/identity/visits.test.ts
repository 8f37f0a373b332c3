/** When a visit starts and whose it is, also while the visitor is being moved to another contact. */
import { randomUUID } from 'node:crypto';
import { startSite, type TestSite } from '../../support/strapi';
import { activityCount, collect, contactOf, event, identify } from '../../support/visits';

jest.setTimeout(120_000);

const CONTACT = 'plugin::contact-management.contact';
const HOUR = 3_600_000;

let site: TestSite;
beforeAll(async () => {
  site = await startSite({ config: { tracking: { rateLimit: 'off' } } });
});
afterAll(() => site.stop());

const email = () => `${randomUUID().slice(0, 8)}@contacts.test`;
const create = (data: object) => site.strapi.documents(CONTACT).create({ data: data as never });
const table = (name: string) => site.strapi.db.connection(name);
const visitorRow = (key: string) => table('cm_visitors').where('visitor_key', key).first();
const sessionsOf = async (key: string) => {
  const { id } = await visitorRow(key);
  return table('cm_sessions').where('visitor_id', id).orderBy('id');
};
const consentsOf = async (key: string) => {
  const { id } = await visitorRow(key);
  const rows = await table('cm_consent_log').where('visitor_id', id).orderBy('id');
  return rows.map(({ purpose, granted }) => [purpose, Boolean(granted)]);
};
const anHourAgo = () => new Date(Date.now() - HOUR).toISOString();

describe('an event that arrives while its visitor is moved to another contact', () => {
  it('goes to the contact that the visitor has then', async () => {
    const owner = await create({ email: email() });
    const visitor = randomUUID();
    await collect(site, { visitor, events: [event()] });
    const anonymous = await contactOf(site, visitor);
    const moving = await site.strapi.db.connection.transaction();
    await moving('cm_visitors')
      .where('visitor_key', visitor)
      .update({ contact_id: owner.id, link: 'claimed' });
    const arriving = collect(site, { visitor, events: [event()] }).then(({ body }) => body);
    // The event has to be waiting for the visitor before the move is committed.
    await new Promise((resolve) => setTimeout(resolve, 300));
    await moving.commit();
    expect(await arriving).toMatchObject({ accepted: 1 });
    expect(await contactOf(site, visitor)).toMatchObject({ id: owner.id, link: 'claimed' });
    expect(await activityCount(site, { contact_id: owner.id })).toBe(1);
    expect(await activityCount(site, { contact_id: anonymous.id as number })).toBe(1);
  });
});

describe('a visit', () => {
  it('starts with nothing that is not recorded', async () => {
    const visitor = randomUUID();
    await collect(site, { visitor, events: [event({ at: anHourAgo() })] });
    await site.http
      .post('/cm/consent')
      .send({ visitor, purposes: { tracking: false } })
      .expect(202);
    const { body } = await collect(site, {
      visitor,
      events: [event({ url: 'https://site.test/secret' })],
    });
    expect(body).toEqual({ accepted: 0, ignored: 'consent' });
    expect(await sessionsOf(visitor)).toHaveLength(1);
  });

  it('of somebody who is not to be tracked is not started either', async () => {
    const visitor = randomUUID();
    await collect(site, { visitor, events: [event({ at: anHourAgo() })] });
    const { document_id } = await contactOf(site, visitor);
    await site.strapi
      .documents(CONTACT)
      .update({ documentId: String(document_id), data: { monitored: false } as never });
    const { body } = await collect(site, { visitor, events: [event()] });
    expect(body).toEqual({ accepted: 0, ignored: 'not-monitored' });
    expect(await sessionsOf(visitor)).toHaveLength(1);
  });

  it('is not started by naming an e-mail, but by the first page', async () => {
    const visitor = randomUUID();
    await identify(site, { visitor, traits: { email: email() } }).expect(202);
    expect(await sessionsOf(visitor)).toHaveLength(0);
    await collect(site, { visitor, events: [event()] });
    const sessions = await sessionsOf(visitor);
    expect(sessions).toHaveLength(1);
    expect(Number((await visitorRow(visitor)).session_id)).toBe(Number(sessions[0].id));
  });

  it('keeps the first campaign and the last one', async () => {
    const visitor = randomUUID();
    const from = (campaign: string) =>
      `https://site.test/?utm_source=news&utm_campaign=${campaign}`;
    const first = { at: anHourAgo(), url: `${from('spring')}&utm_term=kettle` };
    await collect(site, { visitor, events: [event(first)] });
    await collect(site, { visitor, events: [event({ url: from('autumn') })] });
    expect(await contactOf(site, visitor)).toMatchObject({
      first_utm_campaign: 'spring',
      first_utm_term: 'kettle',
      last_utm_source: 'news',
      last_utm_campaign: 'autumn',
      last_utm_term: null,
    });
  });

  it('hands its campaign to a contact that came by none', async () => {
    const owner = await create({ email: email() });
    const visitor = randomUUID();
    const url = 'https://site.test/?utm_source=news&utm_campaign=spring';
    await collect(site, { visitor, events: [event({ url })] });
    await identify(site, { visitor, traits: { email: owner.email } });
    expect(await contactOf(site, visitor)).toMatchObject({
      id: owner.id,
      first_utm_campaign: 'spring',
      last_utm_campaign: 'spring',
    });
  });
});

describe('what a visitor says about tracking along with events', () => {
  it('is logged once, when it is new', async () => {
    const visitor = randomUUID();
    for (const tracking of [true, true]) {
      await collect(site, { visitor, consent: { tracking }, events: [event()] });
    }
    expect(await consentsOf(visitor)).toEqual([['tracking', true]]);
  });
});

describe('claiming the e-mail of somebody who is not to be tracked', () => {
  const claimedBy = async (visitor: string, address: string) => {
    const named = await identify(site, { visitor, traits: { email: address } });
    const sent = event();
    const first = await collect(site, { visitor, events: [sent] });
    const again = await collect(site, { visitor, events: [sent] });
    const me = await site.http.get(`/cm/me?visitor=${visitor}`);
    return [named, first, again, me].map(({ status, body }) => {
      const { visitor: key, ...rest } = body;
      return [status, rest];
    });
  };

  it.each([
    ['a new browser', async () => randomUUID()],
    [
      'a browser that is known as somebody else',
      async () => {
        const visitor = randomUUID();
        await identify(site, { visitor, traits: { email: email() } });
        return visitor;
      },
    ],
  ])('tells %s what an unknown address would have told', async (_name, browser) => {
    const owner = await create({ email: email(), monitored: false });
    const known = await claimedBy(await browser(), String(owner.email));
    expect(known).toEqual(await claimedBy(await browser(), email()));
    expect(await activityCount(site, { contact_id: owner.id })).toBe(0);
  });

  it('tells nothing when that was decided after the claim', async () => {
    const owner = await create({ email: email() });
    const visitor = randomUUID();
    await identify(site, { visitor, traits: { email: owner.email } });
    const { documentId } = owner;
    await site.strapi
      .documents(CONTACT)
      .update({ documentId, data: { monitored: false } as never });
    const { body } = await collect(site, { visitor, events: [event()] });
    expect(body).toMatchObject({ accepted: 1, duplicates: 0 });
    expect(await activityCount(site, { contact_id: owner.id, type: 'pagevisit' })).toBe(0);
  });
});

describe('a purchase that is sent again', () => {
  it('makes a client even when nobody heard of it the first time', async () => {
    const visitor = randomUUID();
    const address = email();
    await identify(site, { visitor, traits: { email: address } });
    const purchase = event({ type: 'purchase', value: 10 });
    await collect(site, { visitor, events: [purchase] });
    // As if the server had been killed between the commit and the change of state.
    await table('cm_contacts').where('email', address).update({ state: 'prospect' });
    const { body } = await collect(site, { visitor, events: [purchase] });
    expect(body).toMatchObject({ accepted: 0, duplicates: 1 });
    expect(await contactOf(site, visitor)).toMatchObject({ state: 'client' });
  });
});
