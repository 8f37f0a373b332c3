/** The rules of accounts and memberships, tried to be broken through every door. */
import {
  ACCOUNT_MEMBERSHIP_UID,
  ACCOUNT_UID,
  CONTACT_ROLE_UID,
} from '../../../server/src/modules/accounts';
import { accountsOf } from '../../support/accounts';
import type { Entry } from '../../support/documents';
import { doorsOf, type Door } from '../../support/doors';
import { addGraphql, askGraphql } from '../../support/graphql';
import { startSite, type TestSite } from '../../support/strapi';

jest.setTimeout(180_000);

let site: TestSite;
beforeAll(async () => {
  site = await startSite({ prepare: addGraphql });
});
afterAll(() => site.stop());

const on = () => accountsOf(site);
const accountDoors = () =>
  doorsOf(site, { uid: ACCOUNT_UID, path: 'accounts', graphql: 'Account' });
const membershipDoors = () =>
  doorsOf(site, {
    uid: ACCOUNT_MEMBERSHIP_UID,
    path: 'account-memberships',
    graphql: 'AccountMembership',
  });
const roleDoors = () =>
  doorsOf(site, { uid: CONTACT_ROLE_UID, path: 'contact-roles', graphql: 'ContactRole' });

/** One test at each door, which is named when it fails. */
const atEach = async (doors: Door[], attempt: (door: Door) => Promise<void>): Promise<void> => {
  for (const door of doors) {
    await attempt(door).catch((error: unknown) => {
      throw new Error(`${door.name}: ${(error as Error).message}`);
    });
  }
};

describe('an account', () => {
  it('keeps one spelling of what is compared', async () => {
    await atEach(accountDoors(), async (door) => {
      const { documentId } = await door.create({
        name: `  Acme \n  ${door.name}  `,
        website: 'acme.test',
        email: ' Info@Bücher.TEST',
        country: 'cz',
        phone: '777 123 456',
        fax: 'ask Eva',
      });
      expect(await on().accounts.findOne({ documentId })).toMatchObject({
        name: `Acme ${door.name}`,
        website: 'https://acme.test',
        email: 'info@xn--bcher-kva.test',
        country: 'CZ',
        phone: '+420777123456',
        phoneUnreadable: false,
        fax: 'ask Eva',
        faxUnreadable: true,
      });
    });
  });

  it('refuses what makes no sense, in words', async () => {
    await atEach(accountDoors(), async (door) => {
      const refused: [object, RegExp][] = [
        [{ name: '   ' }, /An account needs a name/],
        [{ name: 'X', website: 'javascript:alert(1)' }, /is not a web address/],
        [{ name: 'X', email: 'nobody' }, /is not an e-mail address/],
        [{ name: 'X', country: 'Narnia' }, /is not a country code/],
        [{ name: 'X', employees: -1 }, /employees/],
      ];
      for (const [data, message] of refused) {
        await expect(door.create(data)).rejects.toMatchObject({
          status: 400,
          message: expect.stringMatching(message),
        });
      }
    });
  });

  it('has an external id that no other one has', async () => {
    await atEach(accountDoors(), async (door) => {
      await door.create({ name: 'First', externalId: `crm-${door.name}` });
      await expect(
        door.create({ name: 'Second', externalId: ` crm-${door.name} ` })
      ).rejects.toMatchObject({ status: 400, message: 'Another account has this external id' });
    });
  });

  it('names two different contacts, or one', async () => {
    await atEach(accountDoors(), async (door) => {
      const ann = await on().newContact({ firstName: 'Ann' });
      const bob = await on().newContact({ firstName: 'Bob' });
      const message = /must be another one than the primary contact/;
      await expect(
        door.create({ name: 'Twice', primaryContact: ann.id, secondaryContact: ann.id })
      ).rejects.toThrow(message);
      const { documentId } = await door.create({ name: 'Named', primaryContact: ann.id });
      await expect(door.update(documentId, { secondaryContact: ann.id })).rejects.toThrow(message);
      await door.update(documentId, { secondaryContact: bob.id });
      await door.update(documentId, { primaryContact: bob.id, secondaryContact: ann.id });
    });
  });

  it('is never its own subsidiary, and is told the way round', async () => {
    await atEach(accountDoors(), async (door) => {
      const holding = await on().newAccount('Acme Holding');
      const acme = await on().newAccount('Acme', { parent: holding.documentId });
      const labs = await on().newAccount('Acme Labs', { parent: acme.documentId });
      await expect(door.update(holding.documentId, { parent: labs.id })).rejects.toMatchObject({
        status: 400,
        message:
          'An account cannot be its own subsidiary: Acme Holding → Acme → Acme Labs → Acme Holding',
      });
      await expect(door.update(acme.documentId, { parent: acme.id })).rejects.toThrow(
        'An account cannot be its own subsidiary: Acme → Acme'
      );
      await door.update(labs.documentId, { parent: holding.id });
      await door.update(acme.documentId, { parent: labs.id });
    });
  });

  it('is at most 50 levels deep', async () => {
    let parent: Entry | undefined;
    for (let level = 1; level <= 50; level += 1) {
      parent = await on().newAccount(`Level ${level}`, { parent: parent?.documentId ?? null });
    }
    const refusal = 'Subsidiaries can be at most 50 levels deep';
    await expect(on().newAccount('Too deep', { parent: parent?.id })).rejects.toThrow(refusal);
    const other = await on().newAccount('Other');
    const top = await on().accounts.findMany({ filters: { name: 'Level 1' } });
    await expect(
      on().accounts.update({
        documentId: String(top[0]?.documentId),
        data: { parent: other.documentId },
      })
    ).rejects.toThrow(refusal);
  });

  it('hides what it is sorted and searched by', async () => {
    await atEach(accountDoors(), async (door) => {
      const { documentId } = await door.create({ name: `Žluťoučký ${door.name}`, city: 'Brno' });
      await door.update(documentId, { city: 'Praha', nameKey: 'zzz' }).catch(() => undefined);
      const [row] = await site.strapi.db
        .query(ACCOUNT_UID)
        .findMany({ where: { documentId }, select: ['nameKey', 'searchKey'] });
      expect(row.nameKey).toBe(`zlutoucky ${door.name.toLowerCase()}`);
      expect(row.searchKey).toMatch(/^zlutoucky .* (praha|brno)$/);
    });
    const { body } = await site.http
      .get('/api/contact-management/accounts')
      .set('authorization', `Bearer ${site.apiToken}`);
    expect(JSON.stringify(body)).not.toContain('nameKey');
  });
});

describe('a membership', () => {
  it('needs an account and a contact, and there are these two once', async () => {
    await atEach(membershipDoors(), async (door) => {
      const account = await on().newAccount('Acme');
      const contact = await on().newContact();
      await expect(door.create({ contact: contact.id })).rejects.toThrow(
        'A membership needs an account'
      );
      await expect(door.create({ account: account.id })).rejects.toThrow(
        'A membership needs a contact'
      );
      const both = { account: account.id, contact: contact.id };
      await door.create({ ...both, isPrimary: false });
      await expect(door.create({ ...both, isPrimary: false })).rejects.toMatchObject({
        status: 400,
        message: 'This contact has a membership in this account already',
      });
    });
  });

  it('stays between the two it was made for', async () => {
    await atEach(membershipDoors(), async (door) => {
      const account = await on().newAccount('Acme');
      const contact = await on().newContact();
      const { documentId } = await on().join(account, contact);
      const other = { account: await on().newAccount('Else'), contact: await on().newContact() };
      for (const field of ['account', 'contact'] as const) {
        await expect(door.update(documentId, { [field]: other[field].id })).rejects.toThrow(
          `The ${field} of a membership stays`
        );
        await expect(door.update(documentId, { [field]: null })).rejects.toThrow('stays');
      }
      await door.update(documentId, { account: account.id, contact: contact.id, jobTitle: 'CEO' });
      expect(await on().membership(documentId)).toMatchObject({
        jobTitle: 'CEO',
        account: { id: account.id },
        contact: { id: contact.id },
      });
    });
  });

  it('has one role at most', async () => {
    const names = ['service', 'rest', 'manager', 'graphql'];
    await atEach(membershipDoors(), async (door) => {
      const name = String(names.shift());
      const [ceo, buyer] = [await on().newRole(`ceo-${name}`), await on().newRole(`buyer-${name}`)];
      const { documentId } = await on().join(
        await on().newAccount('Acme'),
        await on().newContact(),
        { role: ceo.documentId }
      );
      await door.update(documentId, { role: buyer.id });
      expect((await on().membership(documentId))?.role).toMatchObject({ name: `buyer-${name}` });
      await door.update(documentId, { role: null });
      expect((await on().membership(documentId))?.role).toBeNull();
    });
  });

  it('does not end before it began', async () => {
    await atEach(membershipDoors(), async (door) => {
      const account = await on().newAccount('Acme');
      const contact = await on().newContact();
      const wrong = {
        account: account.id,
        contact: contact.id,
        since: '2025-05-01',
        until: '2025-04-30',
      };
      const message = 'A membership since 2025-05-01 cannot end before';
      await expect(door.create(wrong)).rejects.toMatchObject({ status: 400, message });
      const { documentId } = await door.create({ ...wrong, until: '2025-05-01' });
      await expect(door.update(documentId, { until: '2025-04-30' })).rejects.toThrow(message);
      await expect(door.update(documentId, { since: '2025-06-01' })).rejects.toThrow(
        'A membership since 2025-06-01 cannot end before'
      );
      expect(await on().membership(documentId)).toMatchObject({
        since: '2025-05-01',
        until: '2025-05-01',
      });
    });
  });

  it('takes a day of the calendar only', async () => {
    const [account, contact] = [await on().newAccount('Acme'), await on().newContact()];
    for (const since of ['2025-02-30', 'yesterday', '2025-01-01Tgarbage', {}, 7]) {
      await expect(on().join(account, contact, { since })).rejects.toThrow(
        'since must be a date such as 2026-01-31'
      );
    }
  });

  it('is the contact’s only main one: a new one takes that from the old one', async () => {
    await atEach(membershipDoors(), async (door) => {
      const contact = await on().newContact();
      const [first, second] = [await on().newAccount('First'), await on().newAccount('Second')];
      const old = await door.create({ account: first.id, contact: contact.id, isPrimary: true });
      const next = await door.create({ account: second.id, contact: contact.id, isPrimary: true });
      expect((await on().membership(old.documentId))?.isPrimary).toBe(false);
      await door.update(old.documentId, { isPrimary: true });
      expect((await on().membership(next.documentId))?.isPrimary).toBe(false);
      await door.update(old.documentId, { until: '2020-01-01' });
      expect((await on().membership(old.documentId))?.isPrimary).toBe(false);
    });
  });
});

describe('what is in use', () => {
  it('is not deleted unasked: a role, an account', async () => {
    await atEach(roleDoors(), async (door) => {
      const role = await on().newRole(`used-${Math.random()}`);
      await on().join(await on().newAccount('Acme'), await on().newContact(), { role: role.id });
      await expect(door.remove(role.documentId)).rejects.toThrow('1 membership has the role "used');
    });
    await atEach(accountDoors(), async (door) => {
      const account = await on().newAccount('Acme');
      await on().newAccount('Child', { parent: account.id });
      const membership = await on().join(account, await on().newContact());
      await expect(door.remove(account.documentId)).rejects.toThrow(
        'The account "Acme" has 1 membership and 1 subsidiary. Move them'
      );
      expect(await on().membership(membership.documentId)).toBeTruthy();
    });
  });
});

describe('through GraphQL in the CMS edition', () => {
  it('there are no accounts, roles and memberships to read or to write', async () => {
    await site.restart({ config: { edition: 'cms' } });
    const asked = [
      '{ contactManagementAccounts { name } }',
      '{ contactManagementAccountStatuses { name } }',
      '{ contactManagementContactRoles { name } }',
      '{ contactManagementAccountMemberships { jobTitle } }',
      'mutation { createContactManagementAccount(data: { name: "X" }) { name } }',
    ];
    for (const query of asked) {
      const { problems } = await askGraphql(site, query);
      expect(problems).toEqual([expect.stringContaining('Cannot query field')]);
    }
  });
});
