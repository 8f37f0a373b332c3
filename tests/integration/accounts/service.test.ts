/** The accounts service as a site's own code calls it: docs/reference/services.md. */
import { accounts } from '../../../server/src/modules/accounts';
import { accountsOf } from '../../support/accounts';
import { startSite, type TestSite } from '../../support/strapi';

jest.setTimeout(120_000);

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

const on = () => accountsOf(site);
const service = () => accounts(site.strapi);

describe('the accounts service', () => {
  it('finds an account and makes a contact a member in a role, and a former one', async () => {
    const { documentId } = await on().newAccount('Acme', { externalId: 'crm-1' });
    const [ann, buyer] = [await on().newContact({ firstName: 'Ann' }), await on().newRole('buyer')];
    const acme = await service().findByExternalId(' crm-1 ');
    expect(acme).toEqual({ id: expect.any(Number), documentId, name: 'Acme', parentId: null });
    expect(await service().findByDocumentId(documentId)).toEqual(acme);
    const member = { account: documentId, contact: ann.documentId };
    const membership = await service().addMember({
      ...member,
      role: buyer.documentId,
      isPrimary: true,
    });
    const found = {
      documentId: membership,
      accountId: acme?.id,
      contactId: ann.id,
      roleId: buyer.id,
      current: true,
      isPrimary: true,
    };
    expect(await service().membershipsOf(ann.id)).toMatchObject([found]);
    await expect(service().addMember(member)).rejects.toThrow(
      'This contact has a membership in this account already'
    );
    await service().endMembership(membership);
    const former = { ...found, current: false, isPrimary: false };
    expect(await service().membershipsOf(ann.id)).toMatchObject([former]);
  });

  it('makes what is missing of an account and a membership, however often it is told', async () => {
    const ann = await on().newContact();
    const told = async () => {
      const accountId = await service().ensureAccount({ externalId: 'crm-2', name: 'Beta' });
      await service().ensureMember({ accountId, contactId: ann.id });
      return accountId;
    };
    const accountId = await told();
    expect(await Promise.all([told(), told(), told()])).toEqual([accountId, accountId, accountId]);
    expect(await service().membershipsOf(ann.id)).toMatchObject([{ accountId, current: true }]);
    expect(await service().subtreeIds(accountId)).toEqual([accountId]);
  });

  it('names what does not exist', async () => {
    const { documentId: contact } = await on().newContact();
    expect(await service().findByDocumentId('nosuchaccount')).toBeNull();
    await expect(service().addMember({ account: 'nosuchaccount', contact })).rejects.toThrow(
      'Document with id "nosuchaccount" not found'
    );
    await expect(service().endMembership('nosuchmembership')).rejects.toThrow(
      'There is no such membership'
    );
    await expect(service().remove({ documentId: 'nosuchaccount' })).rejects.toThrow(
      'There is no such account'
    );
  });
});
