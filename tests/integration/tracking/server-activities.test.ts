import { randomUUID } from 'node:crypto';
import type { LoggedCollection } from '../../../server/src/config';
import { checkCollection } from '../../../server/src/modules/tracking/server-log/logged-collection';
import { documentsOf } from '../../support/documents';
import { addComponent, addContentType } from '../../support/site-content';
import { allowPublic, serverLogSettled } from '../../support/site-users';
import { startSite, type TestSite } from '../../support/strapi';
import { activityCount, collect, contactOf, event } from '../../support/visits';

const CONTACT = 'plugin::contact-management.contact';
const ORDER = 'api::order.order';
const BOOKING = 'api::booking.booking';
const PURCHASE: LoggedCollection = {
  on: 'create',
  type: 'purchase',
  contact: 'email',
  value: 'total',
};

const addBookings = async (appDir: string) => {
  await addComponent(appDir, {
    category: 'people',
    name: 'guest',
    attributes: { email: { type: 'email' } },
  });
  await addContentType(appDir, {
    name: 'booking',
    draftAndPublish: true,
    attributes: {
      room: { type: 'string' },
      guest: { type: 'component', component: 'people.guest' },
      guests: { type: 'component', component: 'people.guest', repeatable: true },
    },
  });
};

const contactByEmail = (site: TestSite, email: string) =>
  site.strapi.db.query(CONTACT).findOne({ where: { email } });

const activitiesOf = async (site: TestSite, email: string): Promise<Record<string, unknown>[]> => {
  await serverLogSettled(site);
  const contact = await contactByEmail(site, email);
  return contact
    ? site.strapi.db.connection('cm_activities').where('contact_id', contact.id).orderBy('id')
    : [];
};

const purchasesOf = async (site: TestSite, email: string) =>
  (await activitiesOf(site, email)).filter(({ type }) => type === 'purchase');

const order = (site: TestSite, data: object, headers: Record<string, string> = {}) =>
  site.http.post('/api/orders').set(headers).send({ data });

describe('a collection the site names', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await startSite({
      prepare: addBookings,
      config: {
        activities: {
          [ORDER]: { ...PURCHASE, title: 'number' },
          [BOOKING]: { on: 'publish', type: 'meeting', contact: 'guest.email', title: 'room' },
        },
        tracking: { rateLimit: 'off' },
      },
    });
    await allowPublic(site, `${ORDER}.create`);
  });
  afterAll(() => site.stop());

  it('makes a purchase of an order over REST, and a client of its buyer', async () => {
    const data = { email: 'Anna@Shop.test', total: 99.5, number: 'A-1' };
    const { body } = await order(site, data).expect(201);
    const [purchase, ...rest] = await purchasesOf(site, 'anna@shop.test');
    expect(rest).toEqual([]);
    expect(purchase).toMatchObject({
      title: 'A-1',
      item_uid: ORDER,
      item_document_id: body.data.documentId,
    });
    expect(Number(purchase?.value)).toBe(99.5);
    const contact = await contactByEmail(site, 'anna@shop.test');
    expect(contact).toMatchObject({ kind: 'known', state: 'client', source: ORDER });
    expect(contact.lastActivityAt).not.toBeNull();
    const types = (await activitiesOf(site, 'anna@shop.test')).map(({ type }) => type);
    expect(types).toEqual(['purchase', 'statechange']);
  });

  it('counts in the admin, too', async () => {
    await site.http
      .post(`/content-manager/collection-types/${ORDER}`)
      .set('authorization', `Bearer ${site.adminToken}`)
      .send({ email: 'boris@shop.test', total: 5 })
      .expect(201);
    expect(await purchasesOf(site, 'boris@shop.test')).toHaveLength(1);
  });

  it('goes to the contact that has the e-mail, and leaves a partner a partner', async () => {
    await documentsOf(site, CONTACT).create({
      data: { email: 'cyril@shop.test', firstName: 'Cyril', state: 'partner' },
    });
    await order(site, { email: 'CYRIL@shop.test', total: 1 }).expect(201);
    expect(await purchasesOf(site, 'cyril@shop.test')).toHaveLength(1);
    expect(await contactByEmail(site, 'cyril@shop.test')).toMatchObject({
      firstName: 'Cyril',
      state: 'partner',
    });
  });

  it('says in which visit it happened when the visitor is that contact already', async () => {
    const visitor = randomUUID();
    await collect(site, { visitor, events: [event()] }).expect(202);
    await site.http
      .post('/cm/identify')
      .send({ visitor, traits: { email: 'dana@shop.test' } })
      .expect(202);
    await order(site, { email: 'dana@shop.test' }, { 'x-cm-visitor': visitor }).expect(201);
    const [purchase] = await purchasesOf(site, 'dana@shop.test');
    expect(purchase?.visitor_id).not.toBeNull();
    expect(purchase?.session_id).not.toBeNull();
  });

  it('is tied to no browser that has refused to be tracked', async () => {
    const visitor = randomUUID();
    await collect(site, { visitor, events: [event()] }).expect(202);
    await site.http
      .post('/cm/identify')
      .send({ visitor, traits: { email: 'erik@shop.test' } })
      .expect(202);
    await site.http
      .post('/cm/consent')
      .send({ visitor, purposes: { tracking: false } })
      .expect(202);
    await order(site, { email: 'erik@shop.test' }, { 'x-cm-visitor': visitor }).expect(201);
    const [purchase] = await purchasesOf(site, 'erik@shop.test');
    expect(purchase).toMatchObject({ visitor_id: null, session_id: null });
  });

  it('never links a visitor by the e-mail of an order', async () => {
    const visitor = randomUUID();
    await collect(site, { visitor, events: [event()] }).expect(202);
    await order(site, { email: 'emil@shop.test' }, { 'x-cm-visitor': visitor }).expect(201);
    const [purchase] = await purchasesOf(site, 'emil@shop.test');
    expect(purchase).toMatchObject({ visitor_id: null, session_id: null });
    expect(await contactOf(site, visitor)).toMatchObject({ kind: 'anonymous' });
  });

  it('waits for the commit, and records nothing of what is rolled back', async () => {
    const orders = documentsOf(site, ORDER);
    await site.strapi.db.transaction(async () => {
      await orders.create({ data: { email: 'filip@shop.test', total: 1 } });
      await orders.create({ data: { email: 'filip@shop.test', total: 2 } });
    });
    expect(await purchasesOf(site, 'filip@shop.test')).toHaveLength(2);
    const rolledBack = site.strapi.db.transaction(async () => {
      await orders.create({ data: { email: 'gita@shop.test', total: 1 } });
      throw new Error('the payment failed');
    });
    await expect(rolledBack).rejects.toThrow('the payment failed');
    expect(await activitiesOf(site, 'gita@shop.test')).toEqual([]);
    expect(await contactByEmail(site, 'gita@shop.test')).toBeNull();
  });

  it('makes one contact of fifty orders at once', async () => {
    const orders = documentsOf(site, ORDER);
    await Promise.all(
      Array.from({ length: 50 }, (_, total) =>
        orders.create({ data: { email: 'hana@shop.test', total } })
      )
    );
    expect(await purchasesOf(site, 'hana@shop.test')).toHaveLength(50);
  });

  it('leaves out entries without an e-mail, and people whose monitoring is off', async () => {
    await documentsOf(site, CONTACT).create({
      data: { email: 'ivan@shop.test', monitored: false },
    });
    await serverLogSettled(site);
    const before = await activityCount(site);
    await order(site, { total: 3 }).expect(201);
    await order(site, { email: 'ivan@shop.test', total: 3 }).expect(201);
    await serverLogSettled(site);
    expect(await activityCount(site)).toBe(before);
  });

  it('records a publication once, whichever way and however often it is published', async () => {
    const bookings = documentsOf(site, BOOKING);
    const data = { room: 'Blue', guest: { email: 'jana@shop.test' } };
    const draft = await bookings.create({ data });
    expect(await activitiesOf(site, 'jana@shop.test')).toEqual([]);
    const publish = () =>
      site.strapi.documents(BOOKING as never).publish({ documentId: draft.documentId } as never);
    await publish();
    await bookings.update({
      documentId: draft.documentId,
      data: { room: 'Red' },
      status: 'published',
    });
    const [meeting, ...rest] = await activitiesOf(site, 'jana@shop.test');
    expect(rest).toEqual([]);
    expect(meeting).toMatchObject({ type: 'meeting', title: 'Blue' });
    await bookings.create({ data: { guest: { email: 'karl@shop.test' } }, status: 'published' });
    expect(await activitiesOf(site, 'karl@shop.test')).toHaveLength(1);
  });

  it('makes a write wait while too much waits to be recorded, outside of transactions', async () => {
    const background = site.strapi.plugin('contact-management').service('server-log');
    const finished: string[] = [];
    let release = () => {};
    const gate = new Promise<void>((resolve) => (release = resolve));
    for (let at = 0; at < 10_000; at += 1) background.run('nothing', () => gate);

    const orders = documentsOf(site, ORDER);
    const create = async (name: string) => {
      await orders.create({ data: { email: `${name}@full.test`, total: 1 } });
      finished.push(name);
    };
    try {
      const waiting = create('waits');
      await site.strapi.db.transaction(() => create('inside'));
      await documentsOf(site, CONTACT).create({ data: { email: 'other@full.test' } });
      expect(finished).toEqual(['inside']);
      release();
      await waiting;
    } finally {
      release();
    }
    expect(await purchasesOf(site, 'waits@full.test')).toHaveLength(1);
    expect(await purchasesOf(site, 'inside@full.test')).toHaveLength(1);
  });

  it('does not wait for itself when recording makes entries that are recorded', async () => {
    const background = site.strapi.plugin('contact-management').service('server-log');
    const create = () =>
      documentsOf(site, ORDER).create({ data: { email: 'inner@full.test', total: 1 } });
    background.run('an order of an order', async () => {
      await create();
    });
    for (let at = 0; at < 10_000; at += 1) background.run('nothing', () => Promise.resolve());
    await serverLogSettled(site);
    expect(await purchasesOf(site, 'inner@full.test')).toHaveLength(1);
  });

  it('never breaks the site’s write', async () => {
    const { connection } = site.strapi.db;
    await connection.schema.renameTable('cm_contact_anchors', 'cm_contact_anchors_gone');
    const logged = jest.spyOn(site.strapi.log, 'error').mockImplementation();
    try {
      await order(site, { email: 'lena@shop.test', total: 1 }).expect(201);
      await serverLogSettled(site);
      expect(logged).toHaveBeenCalledWith(
        expect.stringContaining(`could not record a purchase of ${ORDER}`)
      );
    } finally {
      logged.mockRestore();
      await connection.schema.renameTable('cm_contact_anchors_gone', 'cm_contact_anchors');
    }
  });
});

describe('orders of users, where a purchase makes no client', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await startSite({
      config: {
        activities: { [ORDER]: { ...PURCHASE, on: 'update', contact: 'customer' } },
        purchaseMakesClient: false,
      },
    });
  });
  afterAll(() => site.stop());

  it('find the contact by the user’s e-mail, and record each change once', async () => {
    const customer = await site.strapi.plugin('users-permissions').service('user').add({
      email: 'mila@shop.test',
      username: 'mila',
      password: 'Test-password-1',
      provider: 'local',
      confirmed: true,
    });
    const orders = documentsOf(site, ORDER);
    const { documentId } = await orders.create({ data: { total: 1, customer: customer.id } });
    expect(await purchasesOf(site, 'mila@shop.test')).toEqual([]);
    await orders.update({ documentId, data: { total: 20 } });
    await orders.update({ documentId, data: { total: 30 } });
    const purchases = await purchasesOf(site, 'mila@shop.test');
    expect(purchases.map(({ value }) => Number(value))).toEqual([20, 30]);
    expect(await contactByEmail(site, 'mila@shop.test')).toMatchObject({ state: 'prospect' });
  });
});

describe('orders in the CMS edition', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await startSite({ config: { edition: 'cms', activities: { [ORDER]: PURCHASE } } });
  });
  afterAll(() => site.stop());

  it('make no contact and no activity', async () => {
    await documentsOf(site, ORDER).create({ data: { email: 'nela@shop.test', total: 1 } });
    expect(await activitiesOf(site, 'nela@shop.test')).toEqual([]);
    expect(await contactByEmail(site, 'nela@shop.test')).toBeNull();
  });
});

describe('a wrong line in the config', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await startSite({ prepare: addBookings });
  });
  afterAll(() => site.stop());

  it.each<[string, Record<string, LoggedCollection>, string]>([
    [
      'an unknown content type',
      { 'api::ordr.ordr': PURCHASE },
      'activities["api::ordr.ordr"]: this site has no such content type',
    ],
    [
      'an unknown activity type',
      { [ORDER]: { ...PURCHASE, type: 'purchse' } },
      'activities["api::order.order"].type: "purchse" is no activity type',
    ],
    [
      'an unknown attribute',
      { [ORDER]: { ...PURCHASE, contact: 'emial' } },
      'activities["api::order.order"].contact: api::order.order has no attribute "emial"; it has',
    ],
    [
      'an unknown attribute of a related type',
      { [ORDER]: { ...PURCHASE, contact: 'customer.mail' } },
      'plugin::users-permissions.user has no attribute "mail"',
    ],
    [
      'a value that is no number',
      { [ORDER]: { ...PURCHASE, value: 'number' } },
      'activities["api::order.order"].value: "number" is of type string; it has to be one of decimal',
    ],
    [
      'a path that goes on after a plain value',
      { [ORDER]: { ...PURCHASE, contact: 'email.address' } },
      '"email.address" goes on after a value that has no fields',
    ],
    [
      'a path through a list',
      { [BOOKING]: { ...PURCHASE, value: undefined, contact: 'guests.email' } },
      '"guests" may hold several entries, and only one can be meant',
    ],
    [
      'publications of what is never published',
      { [ORDER]: { ...PURCHASE, on: 'publish' } },
      'activities["api::order.order"].on: its entries are never published',
    ],
  ])('is named: %s', (_name, activities, sentence) => {
    const check = () =>
      Object.entries(activities).map(([uid, line]) => checkCollection(site.strapi, uid, line));
    expect(check).toThrow(sentence);
  });
});

// Last, because a Strapi that failed to boot leaves its process unfit for another.
describe('a typo in the config', () => {
  it('stops the boot with a sentence that names it', async () => {
    const activities = { [ORDER]: { ...PURCHASE, type: 'purchse' } };
    await expect(startSite({ config: { activities } })).rejects.toThrow(
      `Check plugins.contact-management.config.activities["${ORDER}"].type: "purchse"`
    );
  });
});
