/** What reaches an endpoint, and what happens when it does not. */
import { contacts } from '../../../server/src/modules/contacts';
import { forgetOldMessages } from '../../../server/src/modules/webhooks/forget-old';
import { sendSoon } from '../../../server/src/modules/webhooks/schedule';
import { deliveryRows, webhookRows } from '../../../server/src/modules/webhooks/tables';
import { inTable } from '../../../server/src/platform/sql/table';
import { asAdmin } from '../../support/admin-roles';
import { freePort } from '../../support/free-port';
import { startSite, type TestSite } from '../../support/strapi';
import { answerWith, startReceiver, verify, type Receiver } from '../../support/webhook-receiver';
import {
  createWebhook,
  deliveriesOf,
  letTimePass,
  untilDeliveries,
  WEBHOOKS,
} from '../../support/webhooks';

const CONTACT = 'plugin::contact-management.contact';
const DAY = 86_400_000;

let site: TestSite;
let receiver: Receiver;
beforeAll(async () => {
  site = await startSite({ config: { webhooks: { allowPrivateAddresses: true } } });
});
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(async () => {
  await webhookRows(site.strapi).delete();
  await receiver.close();
});
afterAll(() => site.stop());

const createContact = (email: string, more: object = {}) =>
  site.strapi.documents(CONTACT).create({ data: { email, ...more } as never });
const isOver = (statuses: { status: string }[]) =>
  statuses.length > 0 && statuses.every(({ status }) => status !== 'pending');
const hasAttempts = (attempts: number) => (all: { attempts: number; error: string | null }[]) =>
  all[0]?.attempts === attempts && all[0].error !== null;

describe('a webhook', () => {
  it('is sent what happened, signed with its secret, without anything internal', async () => {
    const { id, secret } = await createWebhook(site, receiver.url, ['contact.created'], {
      headers: { Authorization: 'Bearer one' },
    });
    const { documentId } = await createContact('ann@hooks.test', { firstName: 'Ann' });
    const request = await receiver.next(() => true);
    expect(verify(secret, request)).toEqual(request.payload);
    expect(request.headers).toMatchObject({
      'content-type': 'application/json',
      authorization: 'Bearer one',
      'webhook-id': request.payload.id,
    });
    expect(request.payload).toEqual({
      id: expect.stringMatching(/^msg_/),
      type: 'contact.created',
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      data: [
        {
          documentId,
          externalId: null,
          email: 'ann@hooks.test',
          firstName: 'Ann',
          middleName: null,
          lastName: null,
          displayName: 'Ann',
          companyName: null,
          jobTitle: null,
          language: null,
          country: null,
          kind: 'known',
          state: 'prospect',
          status: null,
        },
      ],
    });
    const [delivery] = await untilDeliveries(site, id, isOver);
    expect(delivery).toMatchObject({
      status: 'delivered',
      attempts: 1,
      responseStatus: 204,
      error: null,
      nextAttemptAt: null,
    });
  });

  it('is not sent what it did not ask for, nor anything while it is off', async () => {
    const other = await createWebhook(site, receiver.url, ['contact.deleted']);
    const off = await createWebhook(site, receiver.url, ['contact.created'], { enabled: false });
    const on = await createWebhook(site, receiver.url, ['contact.created']);
    await createContact('quiet@hooks.test');
    await untilDeliveries(site, on.id, isOver);
    expect(receiver.received).toHaveLength(1);
    expect(await deliveriesOf(site, other.id)).toEqual([]);
    expect(await deliveriesOf(site, off.id)).toEqual([]);
  });

  it('hears of one thing after the other, in order', async () => {
    const { id } = await createWebhook(site, receiver.url, ['contact.created']);
    const emails = Array.from({ length: 12 }, (_, at) => `order-${at}@hooks.test`);
    for (const email of emails) await createContact(email);
    await untilDeliveries(site, id, (all) => all.length === emails.length && isOver(all));
    expect(receiver.received.map(({ payload }) => payload.data[0]?.email)).toEqual(emails);
  });

  it('gets a bulk change in messages of a hundred contacts', async () => {
    const { id } = await createWebhook(site, receiver.url, ['contact.state-changed']);
    const contactIds: number[] = [];
    for (let at = 0; at < 105; at += 1) {
      contactIds.push(Number((await createContact(`bulk-${at}@hooks.test`)).id));
    }
    await contacts(site.strapi).changeState({ contactIds, to: 'partner', by: 'admin:7', why: 'x' });
    await untilDeliveries(site, id, isOver);
    expect(receiver.received.map(({ payload }) => payload.data.length)).toEqual([100, 5]);
    expect(receiver.received[0]?.payload.data[0]).toMatchObject({
      from: 'prospect',
      to: 'partner',
      state: 'partner',
      by: 'admin',
      why: 'x',
    });
  });
});

describe('a delivery that fails', () => {
  it('is tried again with the same id and body', async () => {
    receiver.answer = answerWith(500, 'broken');
    const { id, secret } = await createWebhook(site, receiver.url, ['contact.created']);
    await createContact('again@hooks.test');
    const [failed] = await untilDeliveries(site, id, hasAttempts(1));
    expect(failed).toMatchObject({
      status: 'pending',
      responseStatus: 500,
      response: 'broken',
      error: 'The endpoint answered 500',
    });
    const pause = Date.parse(failed?.nextAttemptAt ?? '') - Date.parse(failed?.createdAt ?? '');
    expect(pause).toBeGreaterThanOrEqual(10_000);

    receiver.answer = answerWith(200);
    await letTimePass(site, id);
    const [delivered] = await untilDeliveries(site, id, isOver);
    expect(delivered).toMatchObject({ status: 'delivered', attempts: 2, error: null });
    const [first, second] = receiver.received;
    expect(second?.body).toBe(first?.body);
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    if (second) verify(secret, second);
  });

  it('is tried again when nobody listened', async () => {
    const port = await freePort();
    const { id } = await createWebhook(site, `http://127.0.0.1:${port}/`, ['contact.created']);
    await createContact('refused@hooks.test');
    const [failed] = await untilDeliveries(site, id, hasAttempts(1));
    expect(failed).toMatchObject({ status: 'pending', responseStatus: null });
    expect(failed?.error).toContain('ECONNREFUSED');
    const late = await startReceiver(port);
    await letTimePass(site, id);
    await untilDeliveries(site, id, isOver);
    expect(late.received).toHaveLength(1);
    await late.close();
  });

  it('is given up after seven attempts, and can be sent again by hand', async () => {
    receiver.answer = answerWith(503);
    const { id } = await createWebhook(site, receiver.url, ['contact.created']);
    await createContact('seven@hooks.test');
    for (let attempts = 1; attempts <= 7; attempts += 1) {
      await untilDeliveries(site, id, hasAttempts(attempts));
      if (attempts < 7) await letTimePass(site, id);
    }
    const [failed] = await untilDeliveries(site, id, isOver);
    expect(failed).toMatchObject({ status: 'failed', attempts: 7, nextAttemptAt: null });

    receiver.answer = answerWith(200);
    await site.http
      .post(`${WEBHOOKS}/${id}/deliveries/${failed?.id}/send-again`)
      .set(asAdmin(site.adminToken))
      .expect(200);
    await untilDeliveries(site, id, ([first]) => first?.status === 'delivered');
    expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
  });

  it('does not follow redirects, and keeps a kilobyte of the answer', async () => {
    const elsewhere = await startReceiver();
    receiver.answer = answerWith(302, 'x'.repeat(5_000), { location: elsewhere.url });
    const { id } = await createWebhook(site, receiver.url, ['contact.created']);
    await createContact('redirect@hooks.test');
    const [failed] = await untilDeliveries(site, id, hasAttempts(1));
    expect(failed?.error).toContain('redirect');
    expect(failed?.response).toHaveLength(1_024);
    expect(elsewhere.received).toEqual([]);
    await elsewhere.close();
  });
});

describe('an endpoint', () => {
  const viewOf = async (id: string) => {
    const { body } = await site.http.get(WEBHOOKS).set(asAdmin(site.adminToken)).expect(200);
    return (body.data as { id: string }[]).find((webhook) => webhook.id === id);
  };

  it('that failed for days is switched off', async () => {
    receiver.answer = answerWith(500);
    const { id } = await createWebhook(site, receiver.url, ['contact.created']);
    await webhookRows(site.strapi)
      .where({ id })
      .update({ failing_since: Date.now() - 3 * DAY });
    await createContact('days@hooks.test');
    await untilDeliveries(site, id, hasAttempts(1));
    while (((await viewOf(id)) as { enabled?: boolean }).enabled) await sendSoon(site.strapi);
    expect(await viewOf(id)).toMatchObject({ enabled: false, switchedOff: 'failing' });
  });

  it('that says it is gone is switched off at once', async () => {
    receiver.answer = answerWith(410);
    const { id } = await createWebhook(site, receiver.url, ['contact.created']);
    await createContact('gone@hooks.test');
    await untilDeliveries(site, id, hasAttempts(1));
    while (((await viewOf(id)) as { enabled?: boolean }).enabled) await sendSoon(site.strapi);
    expect(await viewOf(id)).toMatchObject({ enabled: false, switchedOff: 'gone' });
  });

  it('is left to the server that sends to it, and taken over when that one was killed', async () => {
    const other = await createWebhook(site, receiver.url, ['contact.created']);
    const { id } = await createWebhook(site, receiver.url, ['contact.created']);
    const held = (until: number) =>
      webhookRows(site.strapi).where({ id }).update({ lease_owner: 'killed', lease_until: until });
    await held(Date.now() + DAY);
    await createContact('lease@hooks.test');
    await untilDeliveries(site, other.id, isOver);
    expect((await deliveriesOf(site, id)).map(({ attempts }) => attempts)).toEqual([0]);
    await held(Date.now() - 1);
    await sendSoon(site.strapi);
    await untilDeliveries(site, id, isOver);
    expect(receiver.received).toHaveLength(2);
  });
});

describe('what a webhook was told of a contact', () => {
  it('goes with the contact, sent or not', async () => {
    receiver.answer = answerWith(500);
    const { id } = await createWebhook(site, receiver.url, ['contact.created']);
    const { documentId, id: contactId } = await createContact('erased@hooks.test');
    await untilDeliveries(site, id, hasAttempts(1));
    await contacts(site.strapi).erase([documentId]);
    const items = inTable(site.strapi, 'cm_webhook_items').where('contact_id', Number(contactId));
    expect(await items).toEqual([]);
    await letTimePass(site, id);
    const [delivery] = await untilDeliveries(site, id, isOver);
    expect(delivery?.error).toMatch(/erased/);
    expect(receiver.received).toHaveLength(1);
  });

  it('is kept for thirty days', async () => {
    const { id } = await createWebhook(site, receiver.url, ['contact.created']);
    await createContact('old@hooks.test');
    await untilDeliveries(site, id, isOver);
    await forgetOldMessages(site.strapi, Date.now() + 29 * DAY);
    expect(await deliveriesOf(site, id)).toHaveLength(1);
    await forgetOldMessages(site.strapi, Date.now() + 31 * DAY);
    expect(await deliveryRows(site.strapi)).toEqual([]);
    expect(await inTable(site.strapi, 'cm_webhook_items')).toEqual([]);
  });
});
