/** The rules of contacts, tried through every door: REST, the Content Manager, a direct service call. */
import { CONTACT_STATUS_UID, CONTACT_UID } from '../../../server/src/modules/contacts';
import type { Test } from 'supertest';
import { documentsOf, rowsOf } from '../../support/documents';
import { startSite, type TestSite } from '../../support/strapi';

jest.setTimeout(120_000);

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

const contacts = () => documentsOf(site, CONTACT_UID);
const create = (data: object) => contacts().create({ data });
const update = (documentId: string, data: object) => contacts().update({ documentId, data });
const historyOf = (...contactIds: number[]) =>
  rowsOf(site, 'plugin::contact-management.state-history', { contactId: { $in: contactIds } });

describe('a contact, whichever way it is written', () => {
  it('keeps one spelling of what is compared', async () => {
    const contact = await create({
      email: '  Ann@Bücher.TEST',
      country: 'cz',
      phone: '777 123 456',
      mobilePhone: 'ask Eva',
      state: 'customer',
      externalId: '',
    });
    expect(contact).toMatchObject({
      email: 'ann@xn--bcher-kva.test',
      country: 'CZ',
      phone: '+420777123456',
      phoneUnreadable: false,
      mobilePhone: 'ask Eva',
      mobilePhoneUnreadable: true,
      state: 'client',
      kind: 'known',
      externalId: null,
    });
    expect(contact.identifiedAt).toBeTruthy();
  });

  it('holds long values that the database would cut', async () => {
    const website = `https://site.test/${'a'.repeat(2_000)}`;
    const email = `${'a'.repeat(60)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.test`;
    await expect(create({ website, email })).resolves.toMatchObject({ website, email });
  });

  it('is a prospect when anonymous traffic is identified', async () => {
    const { documentId, state } = await create({ kind: 'anonymous' });
    expect(state).toBe('other');
    await expect(update(documentId, { email: 'first@site.test' })).resolves.toMatchObject({
      kind: 'known',
      state: 'prospect',
      email: 'first@site.test',
    });
  });

  it('refuses an e-mail that another contact has, without SQL', async () => {
    await create({ email: 'taken@site.test', externalId: 'E1' });
    const refusal = {
      name: 'ValidationError',
      message: 'Another contact has this e-mail address',
      details: { errors: [{ path: ['email'], name: 'ValidationError' }] },
    };
    await expect(create({ email: 'TAKEN@site.test' })).rejects.toMatchObject(refusal);
    const other = await create({ email: 'other@site.test' });
    await expect(update(other.documentId, { email: 'taken@site.test' })).rejects.toMatchObject(
      refusal
    );
    await expect(create({ externalId: ' E1 ' })).rejects.toMatchObject({
      message: 'Another contact has this external id',
    });
    await expect(
      contacts().clone({ documentId: other.documentId, data: {} })
    ).rejects.toMatchObject(refusal);
    await expect(
      contacts().clone({ documentId: other.documentId, data: { email: 'Clone@site.test' } })
    ).resolves.toMatchObject({ entries: [{ email: 'clone@site.test' }] });
  });

  it('tells addresses apart that differ in an accent or in case of the external id', async () => {
    await create({ email: 'jose@accents.test', externalId: 'a-1' });
    await expect(create({ email: 'josé@accents.test', externalId: 'A-1' })).resolves.toBeTruthy();
  });

  it('refuses what makes no sense, with a sentence per field', async () => {
    await expect(
      create({ email: 'nope', country: 'Narnia', state: 'lead', website: 'javascript:alert(1)' })
    ).rejects.toMatchObject({
      name: 'ValidationError',
      details: {
        errors: expect.arrayContaining(
          ['email', 'country', 'state', 'website'].map((field) =>
            expect.objectContaining({ path: [field] })
          )
        ),
      },
    });
    await expect(create({ email: { $ne: null } })).rejects.toMatchObject({
      name: 'ValidationError',
    });
  });
});

describe('one e-mail created fifty times at once', () => {
  it('makes one contact', async () => {
    const attempts = await Promise.allSettled(
      Array.from({ length: 50 }, (_, at) =>
        create({ email: at % 2 ? 'Race@site.test' : 'race@SITE.test', firstName: `N${at}` })
      )
    );
    const failures = attempts.filter(
      ({ status }) => status === 'rejected'
    ) as PromiseRejectedResult[];
    expect(failures.map(({ reason }) => reason.message)).toEqual(
      Array(49).fill('Another contact has this e-mail address')
    );
    expect(await contacts().count({ filters: { email: 'race@site.test' } })).toBe(1);
  });

  it('makes one contact over HTTP, and answers 400 to the others', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        site.http
          .post(`/content-manager/collection-types/${CONTACT_UID}`)
          .auth(site.adminToken, { type: 'bearer' })
          .send({
            email: 'Http-Race@site.test',
            kind: 'known',
            state: 'prospect',
            subscription: 'none',
            monitored: true,
          })
      )
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([201, ...Array<number>(49).fill(400)]);
    expect(await contacts().count({ filters: { email: 'http-race@site.test' } })).toBe(1);
  });
});

describe('the history of state and status', () => {
  it('says who changed what, when, from what, to what', async () => {
    const vip = await documentsOf(site, CONTACT_STATUS_UID).create({
      data: { name: 'VIP', displayName: 'VIP' },
    });
    const contact = await create({ email: 'history@site.test' });
    await update(contact.documentId, { state: 'client' });
    await update(contact.documentId, { state: 'client', firstName: 'Ann' });
    await update(contact.documentId, { status: vip.documentId });
    await update(contact.documentId, { status: null });
    const rows = await historyOf(contact.id);
    expect(rows).toEqual([
      expect.objectContaining({ field: 'state', from: 'prospect', to: 'client', by: 'site' }),
      expect.objectContaining({ field: 'status', from: null, to: 'vip' }),
      expect.objectContaining({ field: 'status', from: 'vip', to: null }),
    ]);
    expect(new Date(String(rows[0]?.at)).getTime()).toBeGreaterThan(Date.now() - 120_000);
  });

  it('is not written when the change is not', async () => {
    const { documentId, id } = await create({ email: 'rolled-back@site.test' });
    await expect(
      update(documentId, { state: 'client', email: 'taken@site.test' })
    ).rejects.toThrow();
    expect(await historyOf(id)).toEqual([]);
  });

  it('names the admin behind a change in the Content Manager', async () => {
    const { documentId, id } = await create({ email: 'by-admin@site.test' });
    await site.http
      .put(`/content-manager/collection-types/${CONTACT_UID}/${documentId}`)
      .auth(site.adminToken, { type: 'bearer' })
      .send({ state: 'partner' })
      .expect(200);
    const [row] = await historyOf(id);
    expect(row).toMatchObject({ from: 'prospect', to: 'partner' });
    expect(row?.by).toMatch(/^admin:\d+$/);
  });

  it('leaves one unbroken chain under concurrent changes', async () => {
    const { documentId, id } = await create({ email: 'chain@site.test' });
    const states = ['client', 'partner', 'other', 'prospect'];
    await Promise.all(
      Array.from({ length: 12 }, (_, at) => update(documentId, { state: states[at % 4] }))
    );
    const rows = await historyOf(id);
    rows.forEach(({ from }, at) => {
      expect(from).toBe(at === 0 ? 'prospect' : rows[at - 1]?.to);
    });
  });
});

describe('the Content Manager', () => {
  const manager = `/content-manager/collection-types/${CONTACT_UID}`;
  const admin = (request: Test) => request.auth(site.adminToken, { type: 'bearer' });

  it('is held to the same rules', async () => {
    const answer = await admin(site.http.post(manager)).send({
      email: 'Manager@Site.test',
      country: 'sk',
      kind: 'anonymous',
      state: 'other',
      subscription: 'none',
      monitored: true,
    });
    expect(answer.status).toBe(201);
    expect(answer.body.data).toMatchObject({
      email: 'manager@site.test',
      country: 'SK',
      kind: 'known',
    });
    const refused = await admin(site.http.post(manager)).send({
      email: 'manager@site.TEST',
      kind: 'known',
      state: 'prospect',
      subscription: 'none',
      monitored: true,
    });
    expect(refused.status).toBe(400);
    expect(refused.body.error).toMatchObject({
      message: 'Another contact has this e-mail address',
      details: { errors: [{ path: ['email'] }] },
    });
  });

  it('takes the history along when it deletes, one contact or many', async () => {
    const first = await create({ email: 'd1@site.test' });
    const rest = [await create({ email: 'd2@site.test' }), await create({ email: 'd3@site.test' })];
    const made = [first, ...rest];
    for (const { documentId } of made) await update(documentId, { state: 'client' });
    await admin(site.http.delete(`${manager}/${first.documentId}`)).expect(200);
    await admin(site.http.post(`${manager}/actions/bulkDelete`))
      .send({ documentIds: rest.map(({ documentId }) => documentId) })
      .expect(200);
    const ids = made.map(({ id }) => id);
    expect(await historyOf(...ids)).toEqual([]);
    expect(await contacts().count({ filters: { id: { $in: ids } } })).toBe(0);
  });
});
