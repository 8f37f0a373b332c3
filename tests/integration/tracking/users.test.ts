import { randomUUID } from 'node:crypto';
import { logIn, registerUser, serverLogSettled } from '../../support/site-users';
import { startSite, type TestSite } from '../../support/strapi';
import { activityCount, collect, contactOf, event } from '../../support/visits';

const CONTACT = 'plugin::contact-management.contact';

const contactByEmail = (site: TestSite, email: string) =>
  site.strapi.db.query(CONTACT).findOne({ where: { email } });

const activitiesOf = (site: TestSite, contactId: number) =>
  site.strapi.db.connection('cm_activities').where('contact_id', contactId).orderBy('id');

const typesOf = async (site: TestSite, contactId: number): Promise<string[]> =>
  (await activitiesOf(site, contactId)).map(({ type }: { type: string }) => type);

const confirmEmails = (site: TestSite, on: boolean) => {
  const store = site.strapi.store({ type: 'plugin', name: 'users-permissions' });
  return store
    .get({ key: 'advanced' })
    .then((advanced: unknown) =>
      store.set({ key: 'advanced', value: { ...(advanced as object), email_confirmation: on } })
    );
};

/** A user whom the confirmation link has confirmed. */
const confirmedUser = (site: TestSite, email: string) =>
  site.strapi.plugin('users-permissions').service('user').add({
    email,
    username: email,
    password: 'Test-password-1',
    provider: 'local',
    confirmed: true,
    role: 1,
  });

describe('registrations and logins of the site’s users', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await startSite({ config: { tracking: { rateLimit: 'off' } } });
  });
  afterAll(() => site.stop());
  afterEach(() => confirmEmails(site, false));

  it('make a known contact of a user nobody knew, with the registration on the timeline', async () => {
    await registerUser(site, { email: 'Nora@Shop.test' }).expect(200);
    await serverLogSettled(site);
    const contact = await contactByEmail(site, 'nora@shop.test');
    expect(contact).toMatchObject({ kind: 'known', state: 'prospect', source: 'registration' });
    expect(contact.identifiedAt).not.toBeNull();
    expect(contact.lastActivityAt).not.toBeNull();
    const [activity, ...rest] = await activitiesOf(site, contact.id);
    expect(rest).toEqual([]);
    expect(activity).toMatchObject({ type: 'registration', visitor_id: null });
    const user = await site.strapi.db
      .query('plugin::users-permissions.user')
      .findOne({ where: { email: 'nora@shop.test' } });
    const ofUser = async (documentId: string): Promise<unknown> =>
      (
        await site.http
          .get(`/contact-management/site-users/${documentId}/contact`)
          .set('authorization', `Bearer ${site.adminToken}`)
          .expect(200)
      ).body.data;
    const theirs = { documentId: contact.documentId, displayName: 'nora@shop.test' };
    expect(await ofUser(user.documentId)).toEqual(theirs);
    const address = (email: string) =>
      site.strapi.db
        .query('plugin::users-permissions.user')
        .update({ where: { id: user.id }, data: { email } });
    await address('moved@shop.test');
    expect(await ofUser(user.documentId)).toEqual(theirs);
    await address('nora@shop.test');
    expect(await ofUser('nobody')).toBeNull();
    const search = await site.http
      .get('/contact-management/contacts')
      .query({ q: 'nora' })
      .set('authorization', `Bearer ${site.adminToken}`)
      .expect(200);
    expect(search.body.data).toMatchObject([{ email: 'nora@shop.test' }]);
  });

  it('go to the contact that has the e-mail already, and change nothing of it', async () => {
    const contact = await site.strapi
      .documents(CONTACT)
      .create({ data: { email: 'olga@shop.test', firstName: 'Olga', state: 'partner' } });
    await registerUser(site, { email: 'olga@shop.test', username: 'Impostor' }).expect(200);
    await logIn(site, 'olga@shop.test').expect(200);
    await serverLogSettled(site);
    expect(await typesOf(site, Number(contact.id))).toEqual(['registration', 'login']);
    expect(await contactByEmail(site, 'olga@shop.test')).toMatchObject({
      firstName: 'Olga',
      state: 'partner',
    });
  });

  it('turn the browser’s anonymous contact into the known one', async () => {
    const visitor = randomUUID();
    await collect(site, { visitor, events: [event()] }).expect(202);
    const anonymous = await contactOf(site, visitor);
    const headers = { 'x-cm-visitor': visitor };
    await registerUser(site, { email: 'petra@shop.test' }, headers).expect(200);
    await serverLogSettled(site);
    expect(await contactOf(site, visitor)).toMatchObject({
      id: anonymous.id,
      kind: 'known',
      state: 'prospect',
      email: 'petra@shop.test',
      link: 'own',
    });
    const activities = await activitiesOf(site, Number(anonymous.id));
    const registration = activities.find(({ type }: { type: string }) => type === 'registration');
    expect(registration.visitor_id).not.toBeNull();
    expect(registration.session_id).not.toBeNull();
  });

  it('take the visitor key from the first-party cookie, too', async () => {
    const visitor = randomUUID();
    await collect(site, { visitor, events: [event()] }).expect(202);
    const headers = { cookie: `a=b; cm_visitor=${visitor}` };
    await registerUser(site, { email: 'quido@shop.test' }, headers).expect(200);
    await serverLogSettled(site);
    expect(await contactOf(site, visitor)).toMatchObject({ email: 'quido@shop.test' });
  });

  it('prove nothing where the site does not confirm e-mails', async () => {
    const owner = await site.strapi
      .documents(CONTACT)
      .create({ data: { email: 'rita@shop.test', firstName: 'Rita' } });
    const attacker = randomUUID();
    const headers = { 'x-cm-visitor': attacker };
    await registerUser(site, { email: 'rita@shop.test' }, headers).expect(200);
    await serverLogSettled(site);
    expect(await contactOf(site, attacker)).toMatchObject({ id: owner.id, link: 'claimed' });
    const me = await site.http.get('/cm/me').query({ visitor: attacker }).expect(200);
    const unknown = randomUUID();
    await registerUser(
      site,
      { email: 'nobody-had-this@shop.test' },
      { 'x-cm-visitor': unknown }
    ).expect(200);
    await serverLogSettled(site);
    const other = await site.http.get('/cm/me').query({ visitor: unknown }).expect(200);
    expect(me.body).toEqual(other.body);
  });

  it('prove the e-mail when a confirmed user logs in where the site confirms e-mails', async () => {
    await confirmEmails(site, true);
    await confirmedUser(site, 'sven@shop.test');
    const visitor = randomUUID();
    await logIn(site, 'sven@shop.test', { 'x-cm-visitor': visitor }).expect(200);
    await serverLogSettled(site);
    const contact = await contactOf(site, visitor);
    expect(contact).toMatchObject({ email: 'sven@shop.test', link: 'verified' });
    // Both are written behind the answer, in whichever order.
    expect((await typesOf(site, Number(contact.id))).sort()).toEqual(['login', 'statechange']);
  });

  it('prove nothing while the user has not confirmed yet', async () => {
    await confirmEmails(site, true);
    const visitor = randomUUID();
    const headers = { 'x-cm-visitor': visitor };
    // The confirmation mail cannot be sent here; the user is made nevertheless.
    await site.strapi.plugin('users-permissions').service('user').add({
      email: 'tara@shop.test',
      username: 'tara',
      password: 'Test-password-1',
      provider: 'local',
      confirmed: false,
    });
    await logIn(site, 'tara@shop.test', headers).expect(400);
    await serverLogSettled(site);
    expect(await contactOf(site, visitor)).toBeUndefined();
    expect(await contactByEmail(site, 'tara@shop.test')).toBeNull();
  });

  it('leave the browser alone that asks not to be tracked', async () => {
    const visitor = randomUUID();
    const headers = { 'x-cm-visitor': visitor, 'sec-gpc': '1' };
    await registerUser(site, { email: 'uma@shop.test' }, headers).expect(200);
    await serverLogSettled(site);
    expect(await contactOf(site, visitor)).toBeUndefined();
    const { id } = await contactByEmail(site, 'uma@shop.test');
    expect(await typesOf(site, id)).toEqual(['registration']);
  });

  it('leave the browser alone whose visitor has refused', async () => {
    const visitor = randomUUID();
    await site.http
      .post('/cm/consent')
      .send({ visitor, purposes: { tracking: false } })
      .expect(202);
    await registerUser(site, { email: 'vera@shop.test' }, { 'x-cm-visitor': visitor }).expect(200);
    await serverLogSettled(site);
    expect(await contactOf(site, visitor)).toBeUndefined();
  });

  it('are not recorded for somebody whose monitoring is off', async () => {
    const { id } = await site.strapi
      .documents(CONTACT)
      .create({ data: { email: 'walt@shop.test', monitored: false } });
    await registerUser(site, { email: 'walt@shop.test' }).expect(200);
    await serverLogSettled(site);
    expect(await typesOf(site, Number(id))).toEqual([]);
  });

  it('are not recorded when they fail', async () => {
    const before = await activityCount(site);
    await logIn(site, 'nobody-at-all@shop.test').expect(400);
    await registerUser(site, { email: 'not an address' }).expect(400);
    await serverLogSettled(site);
    expect(await activityCount(site)).toBe(before);
  });

  it('succeed although recording them fails', async () => {
    const { connection } = site.strapi.db;
    await connection.schema.renameTable('cm_contact_anchors', 'cm_contact_anchors_gone');
    const logged = jest.spyOn(site.strapi.log, 'error').mockImplementation();
    try {
      await registerUser(site, { email: 'xena@shop.test' }).expect(200);
      await serverLogSettled(site);
      expect(logged).toHaveBeenCalledWith(
        expect.stringContaining('could not record a registration')
      );
    } finally {
      logged.mockRestore();
      await connection.schema.renameTable('cm_contact_anchors_gone', 'cm_contact_anchors');
    }
    await logIn(site, 'xena@shop.test').expect(200);
    await serverLogSettled(site);
    const { id } = await contactByEmail(site, 'xena@shop.test');
    expect(await typesOf(site, id)).toEqual(['login']);
  });
});

describe('registrations in the CMS edition', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await startSite({ config: { edition: 'cms' } });
  });
  afterAll(() => site.stop());

  it('make no contact and no activity', async () => {
    await registerUser(site, { email: 'yara@shop.test' }).expect(200);
    await serverLogSettled(site);
    expect(await contactByEmail(site, 'yara@shop.test')).toBeNull();
    expect(await activityCount(site)).toBe(0);
  });
});
