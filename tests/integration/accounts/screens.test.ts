/** The admin screens' routes: lists, the card, people, the tree, and the sets of labels. */
import { accounts } from '../../../server/src/modules/accounts';
import { accountsOf } from '../../support/accounts';
import { adminWith, asAdmin } from '../../support/admin-roles';
import type { Entry } from '../../support/documents';
import { startSite, type TestSite } from '../../support/strapi';

jest.setTimeout(180_000);

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

const on = () => accountsOf(site);
type Method = 'get' | 'post' | 'put' | 'delete';
const admin = (method: Method, path: string, body?: object) =>
  site.http[method](`/contact-management${path}`).set(asAdmin(site.adminToken)).send(body);
const refusal = async (method: Method, path: string, body?: object) => {
  const { status, body: answer } = await admin(method, path, body);
  return [status, answer.error?.message];
};

describe('the list of accounts', () => {
  const names = async (query: string): Promise<string[]> => {
    const { body, status } = await admin('get', `/accounts?${query}`);
    expect([status, body.error?.message]).toEqual([200, undefined]);
    return body.data.map(({ name }: Entry) => name);
  };

  beforeAll(async () => {
    const vip = await on().newStatus('vip');
    const [, ...rest] = [
      await on().newAccount('Žabka', { city: 'Brno', country: 'CZ', employees: 10 }),
      await on().newAccount('acme', { website: 'acme.test', status: vip.id, annualRevenue: 5e11 }),
      await on().newAccount('Beta 100%', { industry: 'Food', accountType: 'partner' }),
    ];
    await on().newAccount('Acme Labs', { parent: rest[0]?.id, employees: 3, annualRevenue: 2.5 });
  });

  it('is sorted by name without case and accents, empty values last', async () => {
    const all = ['acme', 'Acme Labs', 'Beta 100%', 'Žabka'];
    expect(await names('')).toEqual(all);
    expect(await names('sort=name:desc')).toEqual([...all].reverse());
    expect((await names('sort=employees:desc')).slice(0, 2)).toEqual(['Žabka', 'Acme Labs']);
    expect((await names('sort=employees:asc')).slice(0, 2)).toEqual(['Acme Labs', 'Žabka']);
    expect((await names('sort=annualRevenue:desc')).slice(0, 2)).toEqual(['acme', 'Acme Labs']);
    expect(await names('sort=createdAt:asc')).toEqual(['Žabka', 'acme', 'Beta 100%', 'Acme Labs']);
  });

  it.each(['name', 'createdAt', 'employees', 'annualRevenue'])(
    'leads through all pages by %s and back',
    async (sort) => {
      for (const direction of ['asc', 'desc']) {
        const order = `sort=${sort}:${direction}`;
        const all = await names(order);
        const seen: string[][] = [];
        let cursor = '';
        let meta: { nextCursor: string | null; previousCursor: string | null };
        do {
          const { body } = await admin('get', `/accounts?${order}&pageSize=1&cursor=${cursor}`);
          seen.push(body.data.map(({ name }: Entry) => name));
          ({ meta } = body);
          cursor = meta.nextCursor ?? '';
        } while (cursor);
        expect(seen.flat()).toEqual(all);
        const back: string[] = [];
        while (meta.previousCursor) {
          const path = `/accounts?${order}&pageSize=1&cursor=${meta.previousCursor}`;
          const { body } = await admin('get', path);
          back.unshift(...body.data.map(({ name }: Entry) => name));
          ({ meta } = body);
        }
        expect(back).toEqual(all.slice(0, -1));
      }
    }
  );

  it('is searched and narrowed', async () => {
    expect(await names('q=ZABKA')).toEqual(['Žabka']);
    expect(await names('q=brn')).toEqual(['Žabka']);
    expect(await names('q=acme.test')).toEqual(['acme']);
    expect(await names('q=100%25')).toEqual(['Beta 100%']);
    expect(await names('q=%25')).toEqual(['Beta 100%']);
    expect(await names('q=acme lab')).toEqual(['Acme Labs']);
    expect(await names('status=vip')).toEqual(['acme']);
    expect(await names('industry=Food&accountType=partner')).toEqual(['Beta 100%']);
    expect(await names('country=cz')).toEqual(['Žabka']);
    expect(await names('parent=none')).toEqual(['acme', 'Beta 100%', 'Žabka']);
    const { body } = await admin('get', '/accounts?q=acme&sort=name:asc');
    expect(await names(`parent=${body.data[0].documentId}`)).toEqual(['Acme Labs']);
    expect((await admin('get', '/accounts/count?q=acme')).body).toEqual({ count: 2, exact: true });
  });

  it('refuses what it does not know', async () => {
    expect(await refusal('get', '/accounts?nameKey=x')).toEqual([
      400,
      'There is no filter "nameKey"',
    ]);
    expect(await refusal('get', '/accounts?sort=__proto__')).toEqual([
      400,
      'Accounts can be sorted by name, createdAt, employees, annualRevenue',
    ]);
    for (const cursor of ['x', Buffer.from('["name:asc",{},1,"next"]').toString('base64url')]) {
      expect(await refusal('get', `/accounts?cursor=${cursor}`)).toEqual([
        400,
        'This cursor is not one that this list gave out',
      ]);
    }
    const ids = Array.from({ length: 10_001 }, (_, at) => at + 1).join(',');
    expect((await refusal('get', `/accounts?owner=${ids}`))[0]).toBeGreaterThanOrEqual(400);
  });
});

describe('the card of an account', () => {
  it('is made, changed and deleted', async () => {
    const contact = await on().newContact({ firstName: 'Ann', email: 'ann@site.test' });
    const made = await admin('post', '/accounts', {
      data: { name: ' New  Co ', primaryContact: contact.documentId, employees: 5 },
    });
    expect([made.status, made.body.data]).toEqual([
      201,
      expect.objectContaining({
        name: 'New Co',
        primaryContact: expect.objectContaining({ displayName: 'Ann' }),
      }),
    ]);
    const path = `/accounts/${made.body.data.documentId}`;
    const changed = await admin('put', path, { data: { name: 'Newer', website: 'newer.test' } });
    expect(changed.body.data).toMatchObject({ name: 'Newer', website: 'https://newer.test' });
    expect(changed.body.data).not.toHaveProperty('nameKey');
    const withoutPeople = asAdmin(await adminWith(site, 'accounts.read'));
    const seen = await site.http.get(`/contact-management${path}`).set(withoutPeople);
    expect(seen.body.data).toMatchObject({ name: 'Newer', primaryContact: null });
    await admin('delete', path).expect(200);
    await admin('get', path).expect(404);
  });

  it('takes only fields that can be edited', async () => {
    for (const field of ['nameKey', 'createdAt', 'phoneUnreadable', 'id', 'shoeSize']) {
      expect(await refusal('post', '/accounts', { data: { name: 'X', [field]: 'y' } })).toEqual([
        400,
        `An account has no field "${field}" that can be edited here`,
      ]);
    }
    const { body } = await admin('get', '/accounts/fields');
    const fields = body.data.map(({ name }: Entry) => name);
    expect(fields).toEqual(expect.arrayContaining(['name', 'parent', 'annualRevenue']));
    expect(fields).not.toContain('searchKey');
  });
});

describe('the people of an account', () => {
  it('are added, changed and ended, and listed a page at a time', async () => {
    const account = await on().newAccount('Acme');
    const below = await on().newAccount('Below', { parent: account.id });
    const [ann, bob, eve] = await Promise.all(
      ['Ann', 'Bob', 'Eve'].map((firstName) => on().newContact({ firstName }))
    );
    const role = await on().newRole('ceo');
    const path = `/accounts/${account.documentId}/members`;
    const added = await admin('post', path, {
      contact: ann?.documentId,
      role: role.documentId,
      since: '2024-01-01',
    });
    expect([added.status, added.body.data]).toMatchObject([
      201,
      {
        contact: { displayName: 'Ann' },
        role: { name: 'ceo' },
        since: '2024-01-01',
        current: true,
      },
    ]);
    await admin('post', path, { contact: bob?.documentId }).expect(201);
    await on().join(below, eve as Entry);
    await on().join(below, bob as Entry, { until: '2020-01-01' });
    expect(await refusal('post', path, { contact: ann?.documentId })).toEqual([
      400,
      'This contact has a membership in this account already',
    ]);
    const membership = `/account-memberships/${added.body.data.documentId}`;
    const changed = await admin('put', membership, { role: null, jobTitle: 'Chair' });
    expect(changed.body.data).toMatchObject({ role: null, jobTitle: 'Chair' });
    const ended = await admin('post', `${membership}/end`, { on: '2025-01-01' });
    expect(ended.body.data).toMatchObject({ until: '2025-01-01', current: false });

    const listed = async (query: string): Promise<string[]> => {
      const { body } = await admin('get', `${path}?${query}`).expect(200);
      return body.data.map((row: { contact: { displayName: string } }) => row.contact.displayName);
    };
    expect(await listed('')).toEqual(['Bob', 'Ann']);
    expect(await listed('state=current')).toEqual(['Bob']);
    expect(await listed('state=former')).toEqual(['Ann']);
    expect(await listed('subsidiaries=true')).toEqual(['Bob', 'Eve', 'Bob', 'Ann']);
    const first = await admin('get', `${path}?pageSize=1`);
    expect(await listed(`pageSize=1&cursor=${first.body.meta.nextCursor}`)).toEqual(['Ann']);

    const people = async (query: string) =>
      (await admin('get', `/accounts/${account.documentId}/people?${query}`)).body.data as object;
    expect(await people('')).toMatchObject({ current: 1, former: 1, subsidiaries: 1 });
    expect(await people('subsidiaries=true')).toMatchObject({
      current: 2,
      former: 1,
      subsidiaries: 1,
    });

    const accountsOfBob = await admin('get', `/contacts/${bob?.documentId}/accounts`);
    expect(accountsOfBob.body.data).toMatchObject([
      { account: { name: 'Below' }, current: false },
      { account: { name: 'Acme' }, current: true },
    ]);
    await admin('delete', membership).expect(200);
    await admin('delete', membership).expect(404);
    await admin('put', membership, {}).expect(404);
  });

  it('have it as their main account no longer when their last day has passed by itself', async () => {
    const [account, ann] = [await on().newAccount('Acme'), await on().newContact()];
    const { documentId } = await on().join(account, ann, { isPrimary: true });
    const listed = async () => {
      const ofAccount = await admin('get', `/accounts/${account.documentId}/members`).expect(200);
      const ofContact = await admin('get', `/contacts/${ann.documentId}/accounts`).expect(200);
      const found = await accounts(site.strapi).membershipsOf(ann.id);
      return [...ofAccount.body.data, ...ofContact.body.data, ...found].map(
        ({ isPrimary }: { isPrimary: boolean }) => isPrimary
      );
    };
    expect(await listed()).toEqual([true, true, true]);
    await site.strapi.db
      .getConnection('cm_account_memberships')
      .where('document_id', documentId)
      .update({ until: '2020-01-01' });
    expect(await listed()).toEqual([false, false, false]);
    await on().memberships.update({ documentId, data: { until: null } });
    expect(await listed()).toEqual([true, true, true]);
  });

  it('refuse what is no person, no day and no field of theirs', async () => {
    const { documentId } = await on().newAccount('Acme');
    const path = `/accounts/${documentId}/members`;
    const contact = (await on().newContact()).documentId;
    expect(await refusal('post', path, { contact: 'nobody' })).toEqual([
      400,
      'Document with id "nobody" not found',
    ]);
    expect(await refusal('post', path, { contact, role: 'none' })).toEqual([
      400,
      'Document with id "none" not found',
    ]);
    expect(await refusal('post', path, { contact, account: documentId })).toEqual([
      400,
      'A membership has no field "account" to set here',
    ]);
    expect(
      await refusal('post', path, { contact, since: '2025-02-01', until: '2025-01-01' })
    ).toEqual([400, 'A membership since 2025-02-01 cannot end before']);
    const { body } = await admin('get', path).expect(200);
    expect(body.data).toEqual([]);
  });
});

describe('the contact list', () => {
  let acme: Entry;
  const listed = async (query: string): Promise<Entry[]> => {
    const { body, status } = await admin('get', `/contacts?q=whereabout&${query}`);
    expect([status, body.error?.message]).toEqual([200, undefined]);
    return body.data;
  };

  beforeAll(async () => {
    acme = await on().newAccount('Acme');
    const [beta, gone] = [await on().newAccount('Beta'), await on().newAccount('Gone')];
    const chair = await on().newRole('chair');
    const [ann, bob] = await Promise.all(
      ['Ann', 'Bob', 'Eve'].map((firstName) =>
        on().newContact({ firstName, lastName: 'Whereabout', email: `${firstName}@where.test` })
      )
    );
    await on().join(acme, ann as Entry, { isPrimary: true, role: chair.documentId });
    await on().join(beta, ann as Entry, { jobTitle: 'Adviser' });
    await on().join(gone, ann as Entry, { until: '2020-01-01' });
    await on().join(acme, bob as Entry, { until: '2020-01-01' });
  });

  it('says where somebody belongs: the main account first, former ones left out', async () => {
    const rows = await listed('with=accounts&sort=name:asc');
    expect(rows.map(({ accounts }) => accounts)).toMatchObject([
      [
        { documentId: acme.documentId, name: 'Acme', role: 'chair', jobTitle: null },
        { name: 'Beta', role: null, jobTitle: 'Adviser' },
      ],
      null,
      null,
    ]);
    expect((await listed(''))[0]).not.toHaveProperty('accounts');
    expect(await refusal('get', '/contacts?with=accounts,secrets')).toEqual([
      400,
      'Contacts have no column "secrets" to bring along',
    ]);
  });

  it('tells it only whoever may read accounts', async () => {
    const without = asAdmin(await adminWith(site, 'contacts.read', 'contacts.export'));
    for (const path of ['/contacts?with=accounts', '/contacts/export?columns=accounts']) {
      const { status } = await site.http.get(`/contact-management${path}`).set(without);
      expect([path, status]).toEqual([path, 403]);
    }
  });

  it('is narrowed to who belongs to an account now, also over REST', async () => {
    const names = (rows: Entry[]) => rows.map(({ firstName }) => firstName);
    expect(names(await listed(`account=${acme.documentId}`))).toEqual(['Ann']);
    expect(await listed('account=nobody')).toEqual([]);
    const { body } = await site.http
      .get(`/api/contact-management/contacts?filters[account]=${acme.documentId}`)
      .set('authorization', `Bearer ${site.apiToken}`);
    expect(names(body.data)).toEqual(['Ann']);
  });

  it('is exported with the accounts of each', async () => {
    const { text } = await admin('get', '/contacts/export?q=whereabout&columns=accounts&sort=name');
    expect(text.split('\r\n').slice(1)).toEqual([
      '"Ann Whereabout","Acme (chair); Beta (Adviser)"',
      '"Bob Whereabout",""',
      '"Eve Whereabout",""',
      '',
    ]);
  });
});

describe('the tree', () => {
  it('is read level by level, and upwards from anywhere', async () => {
    const top = await on().newAccount('Top');
    const middle = await on().newAccount('Middle', { parent: top.id });
    await on().newAccount('Another', { parent: top.id });
    const bottom = await on().newAccount('Bottom', { parent: middle.id });
    const children = await admin('get', `/accounts/${top.documentId}/children`);
    expect(children.body.data).toMatchObject([
      { name: 'Another', children: 0 },
      { name: 'Middle', children: 1 },
    ]);
    const above = await admin('get', `/accounts/${bottom.documentId}/ancestors`);
    expect(above.body.data.map(({ name }: Entry) => name)).toEqual(['Top', 'Middle']);
  });

  it('is read to an end also where something has written a cycle past the rules', async () => {
    const [a, b] = [await on().newAccount('A'), await on().newAccount('B')];
    const { connection } = site.strapi.db;
    await connection('cm_accounts').where('id', a.id).update({ parent_id: b.id });
    await connection('cm_accounts').where('id', b.id).update({ parent_id: a.id });
    const people = await admin('get', `/accounts/${a.documentId}/people?subsidiaries=true`);
    expect(people.body.data).toMatchObject({ current: 0, former: 0 });
    await admin('get', `/accounts/${a.documentId}/ancestors`).expect(200);
    await admin('put', `/accounts/${a.documentId}`, { data: { parent: null } }).expect(200);
  });
});

describe.each(['account-statuses', 'contact-roles'])('the set of %s', (set) => {
  it('is made, changed, put in order and deleted', async () => {
    const make = async (name: string): Promise<string> => {
      const { body, status } = await admin('post', `/${set}`, {
        data: { name, displayName: name.toUpperCase(), color: '#3366ff' },
      });
      expect([status, body.error?.message]).toEqual([201, undefined]);
      return body.data.documentId as string;
    };
    const names = async (): Promise<string[]> =>
      (await admin('get', `/${set}`)).body.data
        .map(({ name }: Entry) => name)
        .filter((name: string) => name.startsWith('set-'));
    const [one, two, three] = [await make('set-1'), await make('set-2'), await make('set-3')];
    await admin('put', `/${set}/order`, { documentIds: [three, one, two] }).expect(200);
    expect(await names()).toEqual(['set-3', 'set-1', 'set-2']);
    const changed = await admin('put', `/${set}/${one}`, { data: { displayName: 'One' } });
    expect(changed.body.data).toMatchObject({ name: 'set-1', displayName: 'One', inUse: 0 });
    expect(await refusal('put', `/${set}/${one}`, { data: { name: 'SET-2' } })).toEqual([
      400,
      expect.stringMatching(/^Another (status|role) has this name$/),
    ]);
    expect((await refusal('post', `/${set}`, { data: { name: 'x' } }))[0]).toBe(400);
    expect((await refusal('put', `/${set}/${one}`, { data: { color: 'red' } }))[0]).toBe(400);
    const many = Array.from({ length: 10_001 }, (_, at) => `id-${at}`);
    expect((await refusal('put', `/${set}/order`, { documentIds: many }))[0]).toBe(400);
    expect((await refusal('put', `/${set}/order`, { documentIds: [one, one] }))[0]).toBe(400);
    expect((await refusal('put', `/${set}/order`, { documentIds: [one, 'x'] }))[0]).toBe(400);
    await admin('delete', `/${set}/${two}`).expect(200);
    await admin('delete', `/${set}/${two}`).expect(404);
    expect(await names()).toEqual(['set-3', 'set-1']);
  });
});

describe('Strapi’s home page', () => {
  it('lists an account that was edited, and no membership, which has no name', async () => {
    const account = await on().newAccount('Edited');
    await on().join(account, await on().newContact({ email: 'edited@contacts.test' }));
    const { body } = await site.http
      .get('/content-manager/homepage/recent-documents?action=update')
      .set(asAdmin(site.adminToken))
      .expect(200);
    const listed = body.data.map(({ title }: { title: string | null }) => title);
    expect(listed).toEqual(expect.arrayContaining(['Edited', 'edited@contacts.test']));
    expect(listed).not.toContain(null);
  });
});

describe('in the CMS edition', () => {
  it('there are no accounts over REST', async () => {
    await site.restart({ config: { edition: 'cms' } });
    const { documentId } = await on().newAccount('Hidden');
    const ofOne = ['activities', 'summary'].map((part) => `accounts/${documentId}/${part}`);
    for (const path of [
      ...['accounts', 'account-statuses', 'contact-roles', 'account-memberships'],
      ...ofOne,
    ]) {
      const { status } = await site.http
        .get(`/api/contact-management/${path}`)
        .set('authorization', `Bearer ${site.apiToken}`);
      expect([path, status]).toEqual([path, 404]);
    }
  });
});
