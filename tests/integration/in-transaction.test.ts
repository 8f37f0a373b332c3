/**
 * Whatever the plugin's guards look up joins the transaction that is open: SQLite has one connection, and
 * a statement outside of it would wait for it for ever. The Content Manager publishes inside of one.
 */
import { documentsOf } from '../support/documents';
import { startSite, type TestSite } from '../support/strapi';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
  await documentsOf(site, 'plugin::contact-management.contact-group').create({
    data: { name: 'other', displayName: 'Other' },
  });
});
afterAll(() => site.stop());

const asksForOther = { type: 'group', group: 'other' };
const rule = {
  name: 'Bought',
  points: 5,
  on: { kind: 'activity', activity: 'purchase' },
  enabled: true,
};

it.each([
  ['contact', { firstName: 'Ann' }, { firstName: 'Bea' }],
  ['account', { name: 'Acme' }, { name: 'Globex' }],
  ['contact-group', { name: 'm', displayName: 'M' }, { displayName: 'N' }],
  [
    'contact-group',
    { name: 'd', displayName: 'D', kind: 'dynamic', condition: asksForOther },
    { displayName: 'E', condition: { type: 'not', rule: asksForOther } },
  ],
  ['score', { name: 's', displayName: 'S', rules: [rule] }, { displayName: 'T', rules: [] }],
])('a %s is made, changed and deleted in one', async (type, first, change) => {
  const documents = documentsOf(site, `plugin::contact-management.${type}`);
  await site.strapi.db.transaction(async () => {
    const { documentId } = await documents.create({ data: first });
    await documents.update({ documentId, data: change });
    await documents.delete({ documentId });
  });
  expect(await documents.findMany()).toHaveLength(type === 'contact-group' ? 1 : 0);
});
