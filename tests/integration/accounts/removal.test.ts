/** What becomes of memberships and subsidiaries when an account, a role or a contact goes. */
import { accounts, ACCOUNT_UID } from '../../../server/src/modules/accounts';
import { contactData } from '../../../server/src/modules/accounts/contact-data';
import { inTransaction } from '../../../server/src/platform/transaction';
import { accountsOf } from '../../support/accounts';
import { documentsOf, type Entry } from '../../support/documents';
import { startSite, type TestSite } from '../../support/strapi';

jest.setTimeout(120_000);

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

const on = () => accountsOf(site);
const service = () => accounts(site.strapi);
const rest = (path: string) =>
  site.http
    .delete(`/api/contact-management${path}`)
    .set('authorization', `Bearer ${site.apiToken}`);
const parentOf = async ({ documentId }: Entry): Promise<unknown> => {
  const account = await on().accounts.findOne({ documentId, populate: ['parent'] });
  return (account?.parent as Entry | null)?.name ?? null;
};
const membersOf = async (account: Entry): Promise<Entry[]> =>
  on().memberships.findMany({
    filters: { account: account.id },
    populate: ['contact', 'role'],
    sort: 'id',
  });

describe('deleting an account in use', () => {
  const family = async () => {
    const account = await on().newAccount('Old');
    const child = await on().newAccount('Child', { parent: account.id });
    const contact = await on().newContact();
    await on().join(account, contact, { isPrimary: true });
    return { account, child, contact };
  };

  it('is refused over REST with the number in use', async () => {
    const { account } = await family();
    const { status, body } = await rest(`/accounts/${account.documentId}`);
    expect([status, body.error]).toEqual([
      409,
      expect.objectContaining({
        name: 'ConflictError',
        details: { inUse: 2, memberships: 1, subsidiaries: 1 },
      }),
    ]);
  });

  it('ends memberships and frees subsidiaries when told to', async () => {
    const { account, child } = await family();
    await rest(`/accounts/${account.documentId}?force=true`).expect(204);
    expect(await membersOf(account)).toEqual([]);
    expect(await parentOf(child)).toBeNull();
    await rest(`/accounts/${account.documentId}`).expect(404);
  });

  it('hands both over to another account', async () => {
    const { account, child, contact } = await family();
    const other = await on().newAccount('New');
    await rest(`/accounts/${account.documentId}?replaceWith=${other.documentId}`).expect(204);
    expect(await membersOf(other)).toMatchObject([
      { contact: { id: contact.id }, isPrimary: true },
    ]);
    expect(await parentOf(child)).toBe('New');
  });

  it('keeps the better membership of whoever is in both', async () => {
    const [from, into] = [await on().newAccount('From'), await on().newAccount('Into')];
    const role = await on().newRole('director');
    const there = { until: '2020-01-01', jobTitle: 'there' };
    const cases = [
      { given: { jobTitle: 'given' }, there, stays: 'given' },
      {
        given: { until: '2021-01-01', jobTitle: 'given' },
        there: { jobTitle: 'there' },
        stays: 'there',
      },
      { given: { role: role.id, jobTitle: 'given' }, there: { jobTitle: 'there' }, stays: 'given' },
      { given: { jobTitle: 'given' }, there: { jobTitle: 'there', role: role.id }, stays: 'there' },
      { given: { jobTitle: 'given' }, there: { jobTitle: 'there' }, stays: 'there' },
    ];
    for (const { given, there: other } of cases) {
      const contact = await on().newContact();
      await on().join(from, contact, { ...given, isPrimary: true });
      await on().join(into, contact, other);
    }
    await service().remove({ documentId: from.documentId, replaceWith: into.documentId });
    const members = await membersOf(into);
    const byContact = members.sort((a, b) => (a.contact as Entry).id - (b.contact as Entry).id);
    expect(byContact.map(({ jobTitle }) => jobTitle)).toEqual(cases.map(({ stays }) => stays));
    expect(byContact.map(({ isPrimary }) => isPrimary)).toEqual([true, false, true, true, true]);
  });

  it('refuses a replacement that would make a cycle, or is none', async () => {
    const { account, child, contact } = await family();
    const remove = (replaceWith: string) =>
      rest(`/accounts/${account.documentId}?replaceWith=${replaceWith}`);
    const refused = async (replaceWith: string) => {
      const { status, body } = await remove(replaceWith);
      return [status, body.error?.message];
    };
    expect(await refused(child.documentId)).toEqual([
      400,
      'An account cannot be its own subsidiary: Old → Child → Old',
    ]);
    for (const none of ['nosuchdocument', account.documentId]) {
      expect(await refused(none)).toEqual([400, 'The account given as replaceWith does not exist']);
    }
    expect(await refused(`${child.documentId}&force=true`)).toEqual([
      400,
      'Give either replaceWith or force, not both',
    ]);
    expect(await membersOf(account)).toMatchObject([{ contact: { id: contact.id } }]);
    expect(await parentOf(child)).toBe('Old');
  });

  it('moves more people than one batch holds', async () => {
    const [from, into] = [await on().newAccount('Big'), await on().newAccount('Bigger')];
    const rows = Array.from({ length: 1_200 }, (_, at) => ({ document_id: `many-${at}` }));
    const { connection } = site.strapi.db;
    for (let at = 0; at < rows.length; at += 400) {
      await connection('cm_contacts').insert(rows.slice(at, at + 400));
    }
    const ids: number[] = await connection('cm_contacts')
      .where('document_id', 'like', 'many-%')
      .pluck('id');
    for (let at = 0; at < ids.length; at += 400) {
      const batch = ids.slice(at, at + 400);
      await connection('cm_account_memberships').insert(
        batch.map((contact_id) => ({
          document_id: `member-${contact_id}`,
          account_id: from.id,
          contact_id,
          is_primary: false,
        }))
      );
    }
    await service().remove({ documentId: from.documentId, replaceWith: into.documentId });
    expect(await on().memberships.count({ filters: { account: into.id } })).toBe(1_200);
  });
});

describe('deleting a role or a status in use', () => {
  it('over REST: refused, moved, or taken away', async () => {
    const [ceo, boss] = [await on().newRole('ceo'), await on().newRole('boss')];
    const account = await on().newAccount('Acme');
    await on().join(account, await on().newContact(), { role: ceo.id });
    const refused = await rest(`/contact-roles/${ceo.documentId}`);
    expect([refused.status, refused.body.error?.details]).toEqual([409, { inUse: 1 }]);
    await rest(`/contact-roles/${ceo.documentId}?replaceWith=${boss.documentId}`).expect(204);
    expect(await membersOf(account)).toMatchObject([{ role: { name: 'boss' } }]);
    await rest(`/contact-roles/${boss.documentId}?force=true`).expect(204);
    expect(await membersOf(account)).toMatchObject([{ role: null }]);

    const [hot, cold] = [await on().newStatus('hot'), await on().newStatus('cold')];
    const marked = await on().newAccount('Marked', { status: hot.documentId });
    const inUse = await rest(`/account-statuses/${hot.documentId}`);
    expect([inUse.status, inUse.body.error?.message]).toEqual([
      409,
      '1 account has the status "hot". Give them another one first, or clear it',
    ]);
    await rest(`/account-statuses/${hot.documentId}?replaceWith=${cold.documentId}`).expect(204);
    const found = await documentsOf(site, ACCOUNT_UID).findOne({
      documentId: marked.documentId,
      populate: ['status'],
    });
    expect(found?.status).toMatchObject({ name: 'cold' });
  });
});

describe('a contact’s memberships', () => {
  it('go to the contact it is merged into, once for each account', async () => {
    const [from, into] = [await on().newContact(), await on().newContact()];
    const [both, only] = [await on().newAccount('Both'), await on().newAccount('Only')];
    const former = await on().join(both, from, { until: '2020-01-01' });
    await on().join(both, into, { jobTitle: 'stays', isPrimary: true });
    await on().join(only, from, { isPrimary: true });
    await on().accounts.update({
      documentId: both.documentId,
      data: { primaryContact: from.id, secondaryContact: into.id },
    });
    const receipt = await inTransaction(site.strapi, (trx) =>
      contactData.reassign(site.strapi, trx, { from: from.id, into: into.id })
    );
    const rows = await on().memberships.findMany({
      filters: { contact: { id: { $in: [from.id, into.id] } } },
      populate: ['account', 'contact'],
      sort: 'id',
    });
    expect(rows).toMatchObject([
      { account: { name: 'Both' }, contact: { id: into.id }, jobTitle: 'stays', isPrimary: true },
      { account: { name: 'Only' }, contact: { id: into.id }, isPrimary: false },
    ]);
    expect(receipt).toMatchObject({
      memberships: [rows[1]?.id],
      doubleMemberships: [{ id: former.id }],
      primaryContactOf: [both.id],
    });
    const named = await on().accounts.findOne({
      documentId: both.documentId,
      populate: ['primaryContact', 'secondaryContact'],
    });
    expect(named).toMatchObject({ primaryContact: { id: into.id }, secondaryContact: null });
  });

  it('are in what is exported of it, and go with it', async () => {
    const contact = await on().newContact({ firstName: 'Ann' });
    const account = await on().newAccount('Acme', { primaryContact: contact.id });
    await on().join(account, contact, { jobTitle: 'CEO', since: '2024-01-01' });
    expect(await contactData.export(site.strapi, contact.id)).toMatchObject({
      memberships: [{ account: 'Acme', role: null, jobTitle: 'CEO', since: '2024-01-01' }],
      primaryContactOf: ['Acme'],
      secondaryContactOf: [],
    });
    await rest(`/contacts/${contact.documentId}`).expect(204);
    expect(await membersOf(account)).toEqual([]);
    const left = await on().accounts.findOne({
      documentId: account.documentId,
      populate: ['primaryContact'],
    });
    expect(left?.primaryContact).toBeNull();
  });
});

describe('the service', () => {
  it('finds accounts, adds and ends members, and knows what is below', async () => {
    const top = await on().newAccount('Top', { externalId: 'crm-top' });
    const middle = await on().newAccount('Middle', { parent: top.id });
    const bottom = await on().newAccount('Bottom', { parent: middle.id });
    const contact = await on().newContact();
    expect(await service().findByExternalId(' crm-top ')).toMatchObject({ id: top.id });
    expect(await service().findByDocumentId(middle.documentId)).toMatchObject({ parentId: top.id });
    expect(await service().findByDocumentId('nobody')).toBeNull();
    expect((await service().subtreeIds(top.id)).sort()).toEqual([top.id, middle.id, bottom.id]);
    const documentId = await service().addMember({
      account: bottom.documentId,
      contact: contact.documentId,
      since: '2024-01-01',
    });
    await service().endMembership(documentId, '2024-06-30');
    await service().endMembership(documentId);
    expect(await service().membershipsOf(contact.id)).toEqual([
      expect.objectContaining({ accountId: bottom.id, until: '2024-06-30', current: false }),
    ]);
    await expect(service().endMembership('nobody')).rejects.toThrow('There is no such membership');
  });
});
