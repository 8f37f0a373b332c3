/** Contacts by a few letters, for the command bar. */
import type { FoundContact } from '../../../server/src/modules/contacts/contract';
import { asAdmin } from '../../support/admin-roles';
import { documentsOf } from '../../support/documents';
import { startSite, type TestSite } from '../../support/strapi';

jest.setTimeout(60_000);

let site: TestSite;
const find = async (q: string): Promise<string[]> => {
  const { body } = await site.http
    .get(`/contact-management/contacts/find?q=${encodeURIComponent(q)}`)
    .set(asAdmin(site.adminToken))
    .expect(200);
  return (body.data as FoundContact[]).map(({ displayName }) => displayName);
};

beforeAll(async () => {
  site = await startSite();
  const people = [
    { firstName: 'Ann', lastName: 'Novák', email: 'ann@acme.test', companyName: 'Acme' },
    { firstName: 'Anna', lastName: 'Nová', email: 'anna@acme.test', companyName: 'Acme' },
    { firstName: 'Zoë', lastName: 'Annett', email: 'zoe@gannet.test' },
    ...Array.from({ length: 12 }, (_, at) => ({ lastName: 'Many', email: `many${at}@x.test` })),
  ];
  for (const data of people) {
    await documentsOf(site, 'plugin::contact-management.contact').create({ data });
  }
});
afterAll(() => site.stop());

it('are found by the beginnings of their words, each of which they have', async () => {
  expect(await find('ann')).toEqual(['Ann Novák', 'Anna Nová', 'Zoë Annett']);
  expect(await find('NOVAK a')).toEqual(['Ann Novák']);
  expect(await find('zoe')).toEqual(['Zoë Annett']);
  expect(await find('anna@acme')).toEqual(['Anna Nová']);
  expect(await find('nov acme')).toEqual(['Anna Nová', 'Ann Novák']);
  expect(await find('acme zoe')).toEqual([]);
});

it('are a handful, each once', async () => {
  expect(await find('many')).toHaveLength(8);
});

it('are nobody for nothing, signs and control characters', async () => {
  for (const typed of ['', '  ', '%', '"', '\u0001']) expect(await find(typed)).toEqual([]);
});

it('are not looked for by a text without end', async () => {
  await site.http
    .get(`/contact-management/contacts/find?q=${'x'.repeat(201)}`)
    .set(asAdmin(site.adminToken))
    .expect(400);
});
