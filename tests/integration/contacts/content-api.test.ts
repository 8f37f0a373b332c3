/** The REST doors of contacts and statuses, as a site's back end uses them. */
import { CONTACT_UID } from '../../../server/src/modules/contacts';
import { databaseKind } from '../../support/databases';
import { documentsOf, rowsOf } from '../../support/documents';
import { startSite, type TestSite } from '../../support/strapi';

jest.setTimeout(120_000);

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

const call = (method: 'get' | 'post' | 'put' | 'delete', path: string, body?: object) =>
  site.http[method](`/api/contact-management${path}`)
    .set('authorization', `Bearer ${site.apiToken}`)
    .send(body);

const upsert = (...contacts: object[]) => call('post', '/contacts/upsert', { contacts });

describe('contacts over REST', () => {
  it('are created, found, changed and deleted the Strapi way', async () => {
    const made = await call('post', '/contacts', { data: { email: ' Rest@Site.test ' } });
    expect(made.status).toBe(201);
    const { documentId } = made.body.data;
    expect(made.body.data).toMatchObject({ email: 'rest@site.test', state: 'prospect' });
    const found = await call('get', '/contacts?filters[email][$eq]=rest@site.test&fields=email');
    expect(found.body.data).toMatchObject([{ documentId, email: 'rest@site.test' }]);
    expect(found.body.meta.pagination.total).toBe(1);
    const changed = await call('put', `/contacts/${documentId}`, { data: { state: 'customer' } });
    expect(changed.body.data.state).toBe('client');
    await call('delete', `/contacts/${documentId}`).expect(204);
    await call('get', `/contacts/${documentId}`).expect(404);
  });

  it('are closed to strangers', async () => {
    await site.http.get('/api/contact-management/contacts').expect(403);
    await site.http.post('/api/contact-management/contacts/upsert').send({}).expect(403);
  });

  it('cannot be searched by an admin user’s private fields', async () => {
    await call('get', '/contacts?filters[owner][password][$startsWith]=a').expect(400);
    await call('get', '/contacts?filters[owner][resetPasswordToken][$notNull]=true').expect(400);
  });
});

describe('text where JSON stands', () => {
  it.each(['', 'vip, new', '{'])('is refused, or kept as SQLite keeps it: "%s"', async (tags) => {
    const { status, body } = await call('post', '/contacts', { data: { tags } });
    expect(status).toBe(databaseKind() === 'sqlite' ? 201 : 400);
    if (status === 400) expect(body.error.message).toMatch(/^A value does not fit its field/);
  });
});

describe('upsert', () => {
  it('creates, updates, leaves alone and refuses, row by row', async () => {
    await upsert({ match: 'email', data: { email: 'old@site.test', firstName: 'Old' } });
    const answer = await upsert(
      { match: 'email', data: { email: 'new@site.test' } },
      { match: 'email', data: { email: 'OLD@site.test', firstName: 'Young' } },
      { match: 'email', data: { email: 'old@site.test', firstName: 'Young' } },
      { match: 'email', data: { email: 'nobody' } },
      { match: 'name', data: { name: 'x' } },
      { match: 'email', data: { email: 'odd@site.test', isAdmin: true } },
      { match: 'documentId', data: { documentId: 'missing' } },
      'nonsense' as never
    );
    expect(answer.status).toBe(200);
    expect(answer.body.results.map(({ status }: { status: string }) => status)).toEqual([
      'created',
      'updated',
      'unchanged',
      'failed',
      'failed',
      'failed',
      'failed',
      'failed',
    ]);
    expect(answer.body.results[3].error).toContain('mail');
  });

  it('fills only what is empty when told so', async () => {
    await upsert({ match: 'externalId', data: { externalId: 'e-1', firstName: 'Ann' } });
    await upsert({
      match: 'externalId',
      policy: 'fill-empty',
      data: { externalId: 'e-1', firstName: 'Other', city: 'Brno', locale: 'cs' },
    });
    const { body } = await call('get', '/contacts?filters[externalId][$eq]=e-1');
    expect(body.data).toMatchObject([{ firstName: 'Ann', city: 'Brno', language: 'cs' }]);
  });

  describe('of a contact with a status and an owner', () => {
    const statusOf = async (name: string) => {
      const { body } = await call('post', '/contact-statuses', {
        data: { name, displayName: name },
      });
      return body.data as { id: number; documentId: string };
    };
    const stored = async () => {
      const [contact] = await documentsOf(site, CONTACT_UID).findMany({
        filters: { email: 'kept@site.test' },
        populate: { status: true, owner: true },
      });
      return contact;
    };
    const send = async (data: object, policy?: 'fill-empty') => {
      const row = { match: 'email', policy, data: { email: 'kept@site.test', ...data } };
      return (await upsert(row)).body.results[0].status as string;
    };
    let [kept, other] = [
      { id: 0, documentId: '' },
      { id: 0, documentId: '' },
    ];
    let owner = { id: 0, documentId: '' };

    beforeAll(async () => {
      [kept, other] = [await statusOf('kept'), await statusOf('other')];
      const [first] = await rowsOf(site, 'admin::user');
      owner = first as typeof owner;
      await send({ status: kept.documentId, owner: owner.id });
    });

    it('fills neither when told to fill what is empty', async () => {
      expect(await send({ status: other.documentId, owner: null }, 'fill-empty')).toBe('unchanged');
      expect(await stored()).toMatchObject({ status: { name: 'kept' }, owner: { id: owner.id } });
    });

    it('leaves alone what names the same, however it is named', async () => {
      const { id, documentId } = kept;
      const names = [id, documentId, { id }, { documentId }, [documentId]];
      for (const name of [...names, { set: [documentId] }, { connect: [{ documentId }] }]) {
        expect([name, await send({ status: name, owner: owner.id })]).toEqual([name, 'unchanged']);
      }
    });

    it('changes and takes away what it is told to', async () => {
      expect(await send({ status: other.documentId })).toBe('updated');
      expect(await stored()).toMatchObject({ status: { name: 'other' } });
      expect(await send({ status: null })).toBe('updated');
      expect(await stored()).toMatchObject({ status: null, owner: { id: owner.id } });
      expect(await send({ status: null })).toBe('unchanged');
      expect(await send({ status: other.documentId }, 'fill-empty')).toBe('updated');
    });
  });

  it('reads a national number by the country that the contact has', async () => {
    const send = async (data: object) =>
      (await upsert({ data: { email: 'cz@site.test', ...data } })).body.results[0].status as string;
    await send({ country: 'CZ', phone: '777 123 456' });
    expect(await send({ phone: '777 123 456' })).toBe('unchanged');
    expect(await send({ phone: '777 123 457' })).toBe('updated');
  });

  it('makes one contact of ten concurrent upserts of one e-mail', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        upsert({ match: 'email', data: { email: 'race@site.test', firstName: `Racer ${at}` } })
      )
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    const statuses = answers.map(({ body }) => body.results[0].status as string);
    expect(statuses.filter((status) => status === 'created')).toHaveLength(1);
    expect(statuses).not.toContain('failed');
  });

  it.each([
    ['no list', {}],
    ['an empty list', { contacts: [] }],
    ['1,001 contacts', { contacts: Array.from({ length: 1_001 }, () => ({})) }],
  ])('refuses %s', async (_name, body) => {
    const answer = await call('post', '/contacts/upsert', body);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain('1 to 1,000');
  });
});

describe('contact statuses over REST', () => {
  it('refuse to be deleted while in use, unless replaced or forced', async () => {
    const make = async (name: string) => {
      const { body } = await call('post', '/contact-statuses', {
        data: { name, displayName: name },
      });
      return String(body.data.documentId);
    };
    const [vip, gold] = [await make('vip'), await make('gold')];
    await call('post', '/contacts', { data: { email: 'vip@site.test', status: vip } }).expect(201);
    const refused = await call('delete', `/contact-statuses/${vip}`);
    expect(refused.status).toBe(409);
    expect(refused.body.error.details).toEqual({ inUse: 1 });
    await call('delete', `/contact-statuses/${vip}?replaceWith=${gold}`).expect(204);
    const { body } = await call('get', '/contacts?filters[status][name][$eq]=gold');
    expect(body.data).toHaveLength(1);
    await call('delete', `/contact-statuses/${gold}?force=true`).expect(204);
    await call('delete', `/contact-statuses/${gold}`).expect(404);
  });
});
