/** Rules that two writes break together although each alone would keep them. */
import { ACCOUNT_UID, accounts } from '../../../server/src/modules/accounts';
import { accountsOf } from '../../support/accounts';
import { rowsOf, type Entry } from '../../support/documents';
import { startSite, type TestSite } from '../../support/strapi';

jest.setTimeout(180_000);

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

/** What a write is told that came too late. */
const GONE = /^There is no such |^Document with id "\w+" not found$|relation\(s\) .* do not exist$/;

const on = () => accountsOf(site);
const refusals = (attempts: PromiseSettledResult<unknown>[]): string[] =>
  attempts.flatMap((attempt) =>
    attempt.status === 'rejected' ? [(attempt.reason as Error).message] : []
  );

describe('two accounts made subsidiaries of each other at once', () => {
  it('one of the two writes is refused, every time', async () => {
    for (let round = 0; round < 15; round += 1) {
      const [a, b] = [await on().newAccount('A'), await on().newAccount('B')];
      const move = (account: Entry, parent: Entry) =>
        on().accounts.update({
          documentId: account.documentId,
          data: { parent: parent.documentId },
        });
      const attempts = await Promise.allSettled([move(a, b), move(b, a)]);
      expect(refusals(attempts)).toEqual([
        expect.stringMatching(/^An account cannot be its own subsidiary: (A → B → A|B → A → B)$/),
      ]);
    }
  });

  it('so is one of several that make a ring only together', async () => {
    for (let round = 0; round < 8; round += 1) {
      const ring = await Promise.all(['A', 'B', 'C', 'D'].map((name) => on().newAccount(name)));
      const attempts = await Promise.allSettled(
        ring.map((account, at) =>
          on().accounts.update({
            documentId: account.documentId,
            data: { parent: ring[(at + 1) % ring.length]?.documentId },
          })
        )
      );
      expect(refusals(attempts)).toEqual([
        expect.stringMatching(/^An account cannot be its own subsidiary: .* → /),
      ]);
    }
  });

  it('over HTTP it is answered 400, and nothing is half-written', async () => {
    const [a, b] = [await on().newAccount('A'), await on().newAccount('B')];
    const move = (account: Entry, parent: Entry) =>
      site.http
        .put(`/api/contact-management/accounts/${account.documentId}`)
        .set('authorization', `Bearer ${site.apiToken}`)
        .send({ data: { name: `${String(account.name)} moved`, parent: parent.documentId } });
    const answers = await Promise.all([move(a, b), move(b, a)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
    const rows = await rowsOf(site, ACCOUNT_UID, { id: { $in: [a.id, b.id] } });
    expect(rows.filter(({ name }) => String(name).endsWith(' moved'))).toHaveLength(1);
  });
});

describe('one contact added to one account thirty times at once', () => {
  it('makes one membership', async () => {
    const [account, contact] = [await on().newAccount('Acme'), await on().newContact()];
    const attempts = await Promise.allSettled(
      Array.from({ length: 30 }, () => on().join(account, contact, { isPrimary: true }))
    );
    expect(refusals(attempts)).toEqual(
      Array(29).fill('This contact has a membership in this account already')
    );
    expect(await on().memberships.count({ filters: { contact: contact.id } })).toBe(1);
  });
});

describe('a contact that goes while an account is told to name it', () => {
  const rest = (method: 'delete' | 'post' | 'put', path: string, data?: object) =>
    site.http[method](`/api/contact-management${path}`)
      .set('authorization', `Bearer ${site.apiToken}`)
      .send({ data });

  it.each(['primaryContact', 'secondaryContact'])(
    'is named as %s before, or not at all',
    async (field) => {
      for (let round = 0; round < 12; round += 1) {
        const [account, contact] = [await on().newAccount('Acme'), await on().newContact()];
        const named = { [field]: contact.documentId };
        const [deleted, ...written] = await Promise.all([
          rest('delete', `/contacts/${contact.documentId}`),
          rest('put', `/accounts/${account.documentId}`, named),
          rest('post', '/accounts', { name: 'Beta', ...named }),
        ]);
        expect(deleted.status).toBe(204);
        for (const { status, body } of written) {
          if (status === 400) expect(body.error.message).toMatch(GONE);
          else expect([200, 201]).toContain(status);
        }
        expect(await rowsOf(site, ACCOUNT_UID, { [field]: contact.id })).toEqual([]);
      }
    }
  );

  it('is not named by a copy either', async () => {
    for (let round = 0; round < 12; round += 1) {
      const [account, contact] = [await on().newAccount('Acme'), await on().newContact()];
      const [, copied] = await Promise.allSettled([
        rest('delete', `/contacts/${contact.documentId}`).expect(204),
        on().accounts.clone({
          documentId: account.documentId,
          data: { primaryContact: contact.documentId },
        }),
      ]);
      for (const text of refusals([copied])) expect(text).toMatch(GONE);
      expect(await rowsOf(site, ACCOUNT_UID, { primaryContact: contact.id })).toEqual([]);
    }
  });
});

describe('the main account of one contact', () => {
  it('is one, however many are made it at once', async () => {
    const contact = await on().newContact();
    const accounts = await Promise.all(
      Array.from({ length: 8 }, (_, at) => on().newAccount(`Account ${at}`))
    );
    const made = await Promise.all(
      accounts.map((account) => on().join(account, contact, { isPrimary: true }))
    );
    const primary = () =>
      on().memberships.count({ filters: { contact: contact.id, isPrimary: true } });
    expect(await primary()).toBe(1);
    await Promise.all(
      made.map(({ documentId }) =>
        on().memberships.update({ documentId, data: { isPrimary: true } })
      )
    );
    expect(await primary()).toBe(1);
  });

  it.each<[string, object, object]>([
    ['that goes', { isPrimary: true }, {}],
    ['that takes over', {}, { isPrimary: true }],
    ['that goes, whose membership is the better one', { isPrimary: true }, { until: '2020-01-01' }],
  ])(
    'stays one when an account takes over another one meanwhile: the one %s',
    async (_name, there, here) => {
      for (let round = 0; round < 15; round += 1) {
        const [goes, stays, third] = await Promise.all(
          ['Goes', 'Stays', 'Third'].map((name) => on().newAccount(name))
        );
        if (!goes || !stays || !third) throw new Error('there are three accounts');
        const contact = await on().newContact();
        await on().join(goes, contact, there);
        await on().join(stays, contact, here);
        await Promise.all([
          accounts(site.strapi).remove({
            documentId: goes.documentId,
            replaceWith: stays.documentId,
          }),
          on().join(third, contact, { isPrimary: true }),
        ]);
        const filters = { contact: contact.id, isPrimary: true };
        expect(await on().memberships.count({ filters })).toBe(1);
      }
    }
  );

  it('survives a contact or an account that goes meanwhile', async () => {
    const { strapi } = site;
    for (let round = 0; round < 5; round += 1) {
      const account = await on().newAccount('Acme');
      const people = await Promise.all(Array.from({ length: 4 }, () => on().newContact()));
      await on().accounts.update({
        documentId: account.documentId,
        data: { primaryContact: people[0]?.documentId, secondaryContact: people[1]?.documentId },
      });
      await Promise.allSettled([
        ...people.map((person) => on().join(account, person, { isPrimary: true })),
        strapi
          .plugin('contact-management')
          .service('contacts')
          .erase(people.map(({ documentId }) => documentId)),
        strapi
          .plugin('contact-management')
          .service('accounts')
          .remove({ documentId: account.documentId, force: true }),
      ]).then((attempts) => {
        expect(refusals(attempts).filter((text) => !GONE.test(text))).toEqual([]);
      });
      const left = await strapi.db
        .connection('cm_account_memberships')
        .whereNull('account_id')
        .orWhereNull('contact_id');
      expect(left).toEqual([]);
    }
  });
});
