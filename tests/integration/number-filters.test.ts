/** Filters that ask for numbers which no column holds: PostgreSQL would call each an error. */
import { asAdmin } from '../support/admin-roles';
import { accountsOf } from '../support/accounts';
import { startSite, type TestSite } from '../support/strapi';

jest.setTimeout(60_000);

let site: TestSite;
beforeAll(async () => {
  site = await startSite({ config: { fields: { contact: { visits: { type: 'integer' } } } } });
  await accountsOf(site).newContact({ email: 'one@contacts.test', visits: 3 });
  await accountsOf(site).newAccount('Acme', { employees: 3 });
});
afterAll(() => site.stop());

const TOO_LARGE = ['2147483648', '-2147483649', '99999999999999999999', '1e30'];

const expectNoneOrRefusal = ({ status, body }: { status: number; body: { data: unknown[] } }) => {
  expect([200, 400]).toContain(status);
  if (status === 200) expect(body.data).toEqual([]);
};

describe.each(TOO_LARGE)('a filter by %s', (number) => {
  it.each([
    'contacts?filters[score]=',
    'contacts?filters[score][$in][0]=',
    'contacts?filters[id]=',
    'contacts?filters[$and][0][status][order]=',
    'accounts?filters[employees]=',
    'accounts?filters[parent][id]=',
    'account-memberships?filters[contact][score]=',
    'contact-groups?filters[size]=',
    'contact-statuses?filters[order]=',
    'contact-roles?filters[order]=',
  ])('is no error of the server over REST: %s', async (path) => {
    expectNoneOrRefusal(
      await site.http
        .get(`/api/contact-management/${path}${number}`)
        .set('authorization', `Bearer ${site.apiToken}`)
    );
  });

  it.each(['contacts?owner=', 'contacts?field.visits=', 'accounts?owner='])(
    'is none in the admin: %s',
    async (path) => {
      expectNoneOrRefusal(
        await site.http.get(`/contact-management/${path}${number}`).set(asAdmin(site.adminToken))
      );
    }
  );
});
