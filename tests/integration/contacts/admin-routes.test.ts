import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CONTACT_UID, CONTACT_STATUS_UID } from '../../../server/src/modules/contacts';
import { contact as ownContact } from '../../../server/src/modules/contacts/content-types/contact';
import { documentsOf, rowsOf } from '../../support/documents';
import { startSite, type TestSite } from '../../support/strapi';

jest.setTimeout(120_000);

/** As if the site had added attributes in the Content-Type Builder. */
const extendContact = async (appDir: string) => {
  const folder = path.join(appDir, 'src/extensions/contact-management/content-types/contact');
  await mkdir(folder, { recursive: true });
  const { collectionName, info, options, attributes } = structuredClone(ownContact);
  const added = {
    shoeSize: { type: 'integer' },
    secret: { type: 'password' },
    portrait: { type: 'media', multiple: false },
    story: { type: 'richtext' },
  };
  const schema = { collectionName, info, options, attributes: { ...attributes, ...added } };
  await writeFile(path.join(folder, 'schema.json'), JSON.stringify(schema));
};

let site: TestSite;
beforeAll(async () => {
  site = await startSite({ prepare: extendContact });
});
afterAll(() => site.stop());

const call = (method: 'get' | 'post' | 'put' | 'delete', url: string, token = site.adminToken) =>
  site.http[method](`/contact-management${url}`).auth(token, { type: 'bearer' });
const create = (data: object) => documentsOf(site, CONTACT_UID).create({ data });

describe('the contact list', () => {
  it('shows names, status, owner and what the site added, but no secrets', async () => {
    const admin = await site.strapi.db.query('admin::user').findOne({});
    const vip = await documentsOf(site, CONTACT_STATUS_UID).create({
      data: { name: 'vip', displayName: 'VIP', color: '#aa0000' },
    });
    await create({
      email: 'row@site.test',
      firstName: 'Ann',
      lastName: 'Novak',
      status: vip.id,
      owner: admin.id,
      shoeSize: 42,
      secret: 'hush',
    });
    const { body } = await call('get', '/contacts?q=nov').expect(200);
    expect(body.meta).toEqual({ nextCursor: null, previousCursor: null, pageSize: 50 });
    expect(body.data).toEqual([
      expect.objectContaining({
        displayName: 'Ann Novak',
        kind: 'known',
        email: 'row@site.test',
        state: 'prospect',
        status: {
          documentId: vip.documentId,
          name: 'vip',
          displayName: 'VIP',
          color: '#aa0000',
        },
        owner: { id: admin.id, name: 'Ada Admin' },
        shoeSize: 42,
        createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      }),
    ]);
    expect(JSON.stringify(body)).not.toMatch(/hush|password|resetPasswordToken/);
  });

  it('is paged in both directions', async () => {
    for (const at of [1, 2, 3]) await create({ email: `page${at}@paging.test` });
    const read = async (cursor = '') => {
      const answer = await call(
        'get',
        `/contacts?q=paging.test&sort=email:asc&pageSize=2${cursor && `&cursor=${cursor}`}`
      ).expect(200);
      return {
        emails: answer.body.data.map(({ email }: { email: string }) => email),
        ...answer.body.meta,
      };
    };
    const first = await read();
    expect(first).toMatchObject({
      emails: ['page1@paging.test', 'page2@paging.test'],
      previousCursor: null,
    });
    const second = await read(first.nextCursor);
    expect(second).toMatchObject({ emails: ['page3@paging.test'], nextCursor: null });
    expect(await read(second.previousCursor)).toMatchObject({ emails: first.emails });
  });

  it('finds a contact under its new name, and no longer under its old one', async () => {
    const { documentId } = await create({ email: 'renamed@site.test', lastName: 'Formerly' });
    const found = async (q: string) =>
      (await call('get', `/contacts?q=${q}`).expect(200)).body.data.length;
    expect(await found('formerly')).toBe(1);
    await call('put', `/contacts/${documentId}`).send({ data: { lastName: 'Nowadays' } });
    expect([await found('formerly'), await found('nowadays')]).toEqual([0, 1]);
    await call('delete', `/contacts/${documentId}`).expect(200);
    expect(await found('nowadays')).toBe(0);
  });

  it.each([
    ['a cursor of somebody else', 'cursor=eyJhIjoxfQ', 'This cursor is not one'],
    ['SQL for a column', 'sort=id;drop table cm_contacts', 'Contacts can be sorted by'],
    ['a column of another table', 'sort=owner.password:asc', 'Contacts can be sorted by'],
    ['what every object has for a column', 'sort=constructor', 'Contacts can be sorted by'],
    ['its prototype for a column', 'sort=__proto__:desc', 'Contacts can be sorted by'],
    ['SQL for a direction', 'sort=name:asc,(select 1)', 'A list can be sorted asc or desc'],
    ['a filter that there is not', 'password=a', 'There is no filter "password"'],
    ['an operator', 'state[$ne]=client', 'state must be'],
    ['too large a page', 'pageSize=101', 'pageSize must be'],
    ['a negative page', 'pageSize=-1', 'pageSize must be'],
  ])('refuses %s with a sentence', async (_what, query, message) => {
    const { status, body } = await call('get', `/contacts?${query}`);
    expect(status).toBe(400);
    expect(body.error.message).toContain(message);
    expect(JSON.stringify(body)).not.toMatch(/select |sqlite|postgres|mysql/i);
  });

  it.each([
    'contacts/export?sort=toString',
    'accounts?sort=constructor',
    'accounts/export?sort=__proto__',
    'contact-groups?sort=constructor',
  ])('refuses an order that there is not, like other lists and exports: %s', async (path) => {
    const { body } = await call('get', `/${path}`).expect(400);
    expect(body.error.message).toMatch(/can be sorted by|There is no filter "sort"/);
  });

  it('counts', async () => {
    const { body } = await call('get', '/contacts/count?q=paging.test').expect(200);
    expect(body).toEqual({ count: 3, exact: true });
    const exact = await call('get', '/contacts/count?q=paging.test&exact=true').expect(200);
    expect(exact.body).toEqual({ count: 3, exact: true });
    await call('get', '/contacts/count?sort=name').expect(400);
  });
});

describe('the fields of contacts', () => {
  it('are described for forms and columns, the added ones too', async () => {
    const { body } = await call('get', '/contacts/fields').expect(200);
    const field = (name: string) =>
      body.data.find((described: { name: string }) => described.name === name);
    expect(field('firstName')).toEqual({
      name: 'firstName',
      type: 'string',
      label: 'First name',
      required: false,
      maxLength: 255,
      core: true,
      editable: true,
      sortable: false,
      filterable: false,
      listable: true,
      editor: 'plain',
      group: 'person',
    });
    expect(field('state')).toMatchObject({
      enum: ['prospect', 'partner', 'client', 'other'],
      sortable: true,
      filterable: true,
      group: 'contact',
    });
    expect(field('shoeSize')).toMatchObject({ core: false, editable: true, group: 'custom' });
    expect(field('portrait')).toMatchObject({
      editor: 'content-manager',
      editable: false,
      listable: false,
    });
    expect(field('score')).toMatchObject({ editable: false, sortable: true, group: 'tracking' });
    expect(field('story')).toMatchObject({ editable: true, listable: false });
    expect(field('createdBy')).toBeUndefined();
  });
});

describe('one contact', () => {
  it('is created, read, changed with a reason, and deleted', async () => {
    const made = await call('post', '/contacts')
      .send({ data: { email: 'One@Site.test', shoeSize: 41, story: 'Once' } })
      .expect(201);
    const { documentId } = made.body.data;
    expect(made.body.data).toMatchObject({
      email: 'one@site.test',
      displayName: 'one@site.test',
      shoeSize: 41,
      story: 'Once',
      state: 'prospect',
      notes: null,
    });
    const changed = await call('put', `/contacts/${documentId}`)
      .send({ data: { state: 'client', city: 'Brno' }, why: 'signed\u0000 the contract' })
      .expect(200);
    expect(changed.body.data).toMatchObject({ state: 'client', city: 'Brno', shoeSize: 41 });
    const read = await call('get', `/contacts/${documentId}`).expect(200);
    expect(read.body).toEqual(changed.body);
    const [change] = (await rowsOf(site, 'plugin::contact-management.state-history')).slice(-1);
    expect(change).toMatchObject({ to: 'client', why: 'signed the contract' });
    expect(change?.by).toMatch(/^admin:\d+$/);
    await call('delete', `/contacts/${documentId}`).expect(200);
    await call('get', `/contacts/${documentId}`).expect(404);
    await call('delete', `/contacts/${documentId}`).expect(404);
    await call('put', `/contacts/${documentId}`)
      .send({ data: { city: 'X' } })
      .expect(404);
  });

  it.each([
    ['no data', {}, 'The body must hold the contact'],
    ['a list', { data: [] }, 'The body must hold the contact'],
    ['an unknown field', { data: { shoes: 1 } }, 'no field "shoes"'],
    ['an id', { data: { id: 1 } }, 'no field "id"'],
    ['a document id', { data: { documentId: 'x' } }, 'no field "documentId"'],
    ['who made it', { data: { createdBy: 2 } }, 'no field "createdBy"'],
    ['its own score', { data: { score: 100 } }, 'no field "score"'],
    ['its kind', { data: { kind: 'anonymous' } }, 'no field "kind"'],
    ['no e-mail address', { data: { email: 'nope' } }, '"nope" is not an e-mail address'],
    ['a taken address', { data: { email: 'ROW@site.test' } }, 'Another contact has this e-mail'],
    ['a long reason', { data: {}, why: 'a'.repeat(256) }, 'why must be text'],
    ['a state that there is not', { data: { state: 'lead' } }, '"lead" is not a state'],
    ['an owner who is nobody', { data: { owner: 99_999 } }, 'do not exist'],
  ])('is refused with %s', async (_what, body, message) => {
    const answer = await call('post', '/contacts').send(body);
    expect([answer.status, answer.body.error?.message]).toEqual([
      400,
      expect.stringContaining(message),
    ]);
  });
});

describe('statuses and owners', () => {
  it('are offered for choosing', async () => {
    await documentsOf(site, CONTACT_STATUS_UID).create({
      data: { name: 'cold', displayName: 'Cold', order: -1 },
    });
    const statuses = await call('get', '/contact-statuses').expect(200);
    expect(statuses.body.data.map(({ name }: { name: string }) => name)).toEqual(['cold', 'vip']);
    const owners = await call('get', '/owners').expect(200);
    expect(owners.body.data).toContainEqual({ id: expect.any(Number), name: 'Ada Admin' });
    expect(JSON.stringify(owners.body)).not.toMatch(/password|Token/);
  });
});
