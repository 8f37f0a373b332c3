import { randomUUID } from 'node:crypto';
import { startSite, type TestSite } from '../../support/strapi';
import { activityCount, collect, contactOf, event, identify } from '../../support/visits';

const CONTACT = 'plugin::contact-management.contact';

describe('recognition', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await startSite({ config: { tracking: { rateLimit: 'off' } } });
  }, 60_000);
  afterAll(() => site.stop());

  const visit = async (pages = 1): Promise<string> => {
    const visitor = randomUUID();
    await collect(site, { visitor, events: Array.from({ length: pages }, () => event()) });
    return visitor;
  };
  const email = () => `${randomUUID().slice(0, 8)}@contacts.test`;
  const create = (data: object) => site.strapi.documents(CONTACT).create({ data: data as never });
  const read = (documentId: string) => site.strapi.documents(CONTACT).findOne({ documentId });

  it('makes a known prospect of an anonymous contact that names an unknown e-mail', async () => {
    const visitor = await visit(2);
    const address = email();
    await identify(site, { visitor, traits: { email: address, firstName: 'Ann' } }).expect(202, {});
    const contact = await contactOf(site, visitor);
    expect(contact).toMatchObject({
      email: address,
      first_name: 'Ann',
      kind: 'known',
      state: 'prospect',
      link: 'own',
    });
    expect(contact.identified_at).not.toBeNull();
    expect(await activityCount(site, { contact_id: contact.id, type: 'pagevisit' })).toBe(2);
  });

  it('joins the history to the owner of a known e-mail and changes nothing of theirs', async () => {
    const owner = await create({ email: email(), firstName: 'Bob', city: 'Brno' });
    const visitor = await visit(3);
    const anonymous = await contactOf(site, visitor);
    const answer = await identify(site, {
      visitor,
      traits: { email: owner.email, firstName: 'Mallory', city: 'Elsewhere', lastName: 'M' },
    });
    expect(answer.status).toBe(202);
    expect(answer.body).toEqual({});
    expect(await contactOf(site, visitor)).toMatchObject({ id: owner.id, link: 'claimed' });
    expect(await read(owner.documentId)).toMatchObject({
      firstName: 'Bob',
      city: 'Brno',
      lastName: null,
    });
    expect(await activityCount(site, { contact_id: owner.id, type: 'pagevisit' })).toBe(3);
    expect(await activityCount(site, { contact_id: owner.id, type: 'merged' })).toBe(1);
    expect(await read(String(anonymous.document_id))).toBeNull();
    const ledger = await site.strapi.db
      .connection('cm_merge_ledger')
      .where('from_document_id', String(anonymous.document_id))
      .first();
    expect(ledger).toMatchObject({ into_document_id: owner.documentId, reason: 'identify' });
    expect(JSON.parse(ledger.receipts).activities.activities).toHaveLength(3);
    expect(JSON.parse(ledger.snapshot)).toMatchObject({ kind: 'anonymous' });
  });

  it('lets a signed token change the contact, and refuses a bad one', async () => {
    const owner = await create({ email: email(), firstName: 'Bob' });
    const visitor = await visit();
    const token: string = site.strapi
      .plugin('contact-management')
      .service('identity')
      .signEmail(owner.email);
    const refused = await identify(site, { visitor, traits: { email: email() }, token });
    expect(refused.status).toBe(400);
    await identify(site, {
      visitor,
      traits: { email: owner.email, firstName: 'Robert' },
      token,
    }).expect(202);
    expect(await read(owner.documentId)).toMatchObject({ firstName: 'Robert' });
    expect(await contactOf(site, visitor)).toMatchObject({ id: owner.id, link: 'verified' });
  });

  it('gives a known visitor that claims another e-mail another contact', async () => {
    const visitor = await visit();
    const [first, second] = [email(), email()];
    await identify(site, { visitor, traits: { email: first } });
    const ann = await contactOf(site, visitor);
    await identify(site, { visitor, traits: { email: second } });
    const bob = await contactOf(site, visitor);
    expect(bob).toMatchObject({ email: second });
    expect(bob.id).not.toBe(ann.id);
    expect(await read(String(ann.document_id))).toMatchObject({ email: first });
    expect(await activityCount(site, { contact_id: ann.id, type: 'pagevisit' })).toBe(1);
  });

  it('keeps old visitor keys resolving after their contacts were joined', async () => {
    const [laptop, phone] = [await visit(), await visit()];
    const address = email();
    await identify(site, { visitor: laptop, traits: { email: address } });
    await identify(site, { visitor: phone, traits: { email: address } });
    const { id } = await contactOf(site, laptop);
    expect(await contactOf(site, phone)).toMatchObject({ id });
    await collect(site, { visitor: phone, events: [event()] });
    expect(await activityCount(site, { contact_id: id, type: 'pagevisit' })).toBe(3);
  });

  it('makes one contact when ten browsers name one new e-mail at once', async () => {
    const address = email();
    const visitors = await Promise.all(Array.from({ length: 10 }, () => visit()));
    const answers = await Promise.all(
      visitors.map((visitor) => identify(site, { visitor, traits: { email: address } }))
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 202));
    const owners = await site.strapi.db.query(CONTACT).findMany({ where: { email: address } });
    expect(owners).toHaveLength(1);
    expect(await activityCount(site, { contact_id: owners[0].id, type: 'pagevisit' })).toBe(10);
  });

  it('recognises whoever submits a form with an e-mail', async () => {
    const visitor = await visit();
    const address = email();
    await collect(site, {
      visitor,
      events: [
        event({
          type: 'formsubmit',
          data: {
            form: 'newsletter',
            fields: { email: address, firstName: 'Eva' },
            consent: { email: true },
          },
        }),
      ],
    }).expect(202);
    expect(await contactOf(site, visitor)).toMatchObject({
      email: address,
      first_name: 'Eva',
      subscription: 'subscribed',
      source: 'form:newsletter',
    });
  });

  it('tells an attacker nothing: same answer, same /me, comparable time', async () => {
    const victim = await create({ email: email(), firstName: 'Vic', state: 'client' });
    const claim = async (address: string) => {
      const visitor = await visit();
      const start = performance.now();
      const answer = await identify(site, { visitor, traits: { email: address } });
      const took = performance.now() - start;
      const me = await site.http.get('/cm/me').query({ visitor });
      return { status: answer.status, body: answer.body, me: me.body, took };
    };
    const known = await claim(victim.email ?? '');
    const unknown = await claim(email());
    expect({ ...known, took: 0 }).toEqual({ ...unknown, took: 0 });
    expect(known.me).toEqual({ known: true, groups: [], state: 'prospect' });
  });

  it('does not let a mere claim make somebody a client', async () => {
    const victim = await create({ email: email() });
    const visitor = await visit();
    await identify(site, { visitor, traits: { email: victim.email } });
    await collect(site, { visitor, events: [event({ type: 'purchase', value: 10 })] });
    expect(await read(victim.documentId)).toMatchObject({ state: 'prospect' });
  });

  it('makes a client of a prospect who buys, and says so on the timeline', async () => {
    const visitor = await visit();
    await identify(site, { visitor, traits: { email: email() } });
    await collect(site, { visitor, events: [event({ type: 'purchase', value: 420 })] });
    const contact = await contactOf(site, visitor);
    expect(contact).toMatchObject({ state: 'client' });
    const changes = await site.strapi.db
      .connection('cm_activities')
      .where({ contact_id: contact.id, type: 'statechange' })
      .orderBy('id');
    const moves = changes.map(({ data }) => (typeof data === 'string' ? JSON.parse(data) : data));
    expect(moves).toMatchObject([
      { from: 'other', to: 'prospect', by: 'visitor', why: 'identified' },
      { from: 'prospect', to: 'client', why: 'purchase' },
    ]);
  });

  it('tells an anonymous visitor’s page who they are not', async () => {
    const visitor = await visit();
    const me = await site.http.get('/cm/me').query({ visitor }).expect(200);
    expect(me.body).toEqual({ known: false, groups: [], state: 'other' });
    await site.http.get('/cm/me').query({ visitor: 'nobody' }).expect(400);
  });
});
