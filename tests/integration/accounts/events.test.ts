/** What other modules are told of accounts and memberships, once it is committed. */
import { accounts } from '../../../server/src/modules/accounts';
import type { EventBus } from '../../../server/src/platform/events';
import { events, setEventBus } from '../../../server/src/platform/plugin';
import { today } from '../../../server/src/modules/accounts/membership-dates';
import { accountsOf } from '../../support/accounts';
import { startSite, type TestSite } from '../../support/strapi';

jest.setTimeout(120_000);

let site: TestSite;
let told: [name: string, payload: unknown][] = [];
beforeAll(async () => {
  site = await startSite();
  const bus = events(site.strapi);
  const listening: EventBus = {
    emit: (name, payload) => {
      told.push([name, payload]);
      return bus.emit(name, payload);
    },
  };
  setEventBus(site.strapi, listening);
});
afterAll(() => site.stop());
beforeEach(() => {
  told = [];
});

const on = () => accountsOf(site);
const names = () => told.map(([name]) => name).filter((name) => !name.startsWith('contact.'));
const payloadOf = (name: string) => told.find(([told_]) => told_ === name)?.[1];

it('an account is told as created, changed with its fields, and deleted', async () => {
  const { id, documentId } = await on().newAccount('Acme');
  await on().accounts.update({ documentId, data: { name: 'Acme', city: 'Brno', phone: '' } });
  await on().accounts.update({ documentId, data: { city: 'Brno' } });
  await on().accounts.delete({ documentId });
  expect(names()).toEqual(['account.created', 'account.changed', 'account.deleted']);
  expect(payloadOf('account.changed')).toEqual([{ accountId: id, documentId, fields: ['city'] }]);
});

it('a membership is told as started, changed and ended', async () => {
  const account = await on().newAccount('Acme');
  const contact = await on().newContact();
  const { id, documentId } = await on().join(account, contact);
  const ref = { membershipId: id, documentId, accountId: account.id, contactId: contact.id };
  await on().memberships.update({ documentId, data: { jobTitle: 'CEO' } });
  await on().memberships.update({ documentId, data: { until: today() } });
  await on().memberships.update({ documentId, data: { jobTitle: 'Chair' } });
  await on().memberships.update({ documentId, data: { until: null } });
  await on().memberships.delete({ documentId });
  expect(told.filter(([name]) => name.startsWith('membership.'))).toEqual([
    ['membership.started', [ref]],
    ['membership.changed', [{ ...ref, fields: ['jobTitle'] }]],
    ['membership.ended', [ref]],
    ['membership.changed', [{ ...ref, fields: ['jobTitle'] }]],
    ['membership.started', [ref]],
    ['membership.ended', [ref]],
  ]);
});

it('a new main account tells of the old one', async () => {
  const contact = await on().newContact();
  const first = await on().join(await on().newAccount('First'), contact, { isPrimary: true });
  told = [];
  await on().join(await on().newAccount('Second'), contact, { isPrimary: true });
  expect(payloadOf('membership.changed')).toMatchObject([
    { documentId: first.documentId, fields: ['isPrimary'] },
  ]);
});

it('one that is over when it is made, and one that is refused, tell nothing', async () => {
  const [account, contact] = [await on().newAccount('Acme'), await on().newContact()];
  await on().join(account, contact, { until: '2020-01-01' });
  await expect(on().join(account, contact)).rejects.toThrow();
  expect(names()).toEqual(['account.created']);
});

it('an account handed over tells who left and who came', async () => {
  const [from, into] = [await on().newAccount('From'), await on().newAccount('Into')];
  const child = await on().newAccount('Child', { parent: from.id });
  const [both, only, former] = [
    await on().newContact(),
    await on().newContact(),
    await on().newContact(),
  ];
  await on().join(from, both);
  await on().join(into, both);
  await on().join(from, only);
  await on().join(from, former, { until: '2020-01-01' });
  told = [];
  await accounts(site.strapi).remove({
    documentId: from.documentId,
    replaceWith: into.documentId,
  });
  const contactIds = (name: string) =>
    (payloadOf(name) as { contactId: number; accountId: number }[])
      .map(({ contactId, accountId }) => [contactId, accountId])
      .sort();
  expect(contactIds('membership.ended')).toEqual(
    [
      [both.id, from.id],
      [only.id, from.id],
    ].sort()
  );
  expect(contactIds('membership.started')).toEqual([[only.id, into.id]]);
  expect(payloadOf('account.changed')).toEqual([
    { accountId: child.id, documentId: child.documentId, fields: ['parent'] },
  ]);
});
