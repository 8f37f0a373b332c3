/** Statuses and roles: what their codes may be, whoever writes them, and what happens to one that is given just now. */
import { CONTACT_STATUS_UID, CONTACT_UID } from '../../../server/src/modules/contacts/contract';
import { documentsOf } from '../../support/documents';
import { startSite, type TestSite } from '../../support/strapi';

jest.setTimeout(180_000);

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

const SETS = ['contact-statuses', 'account-statuses', 'contact-roles'] as const;

type Method = 'get' | 'post' | 'put' | 'delete';
const door =
  (prefix: string, token: () => string) => (method: Method, address: string, body?: object) =>
    site.http[method](`${prefix}${address}`).set('authorization', `Bearer ${token()}`).send(body);
const rest = door('/api/contact-management', () => site.apiToken);
const admin = door('/contact-management', () => site.adminToken);

describe.each(SETS)('%s', (set) => {
  it.each([
    ['a comma, which lists of codes are split at', { name: 'a,b' }, 'name'],
    ['no code', { name: '' }, 'name'],
    ['a code of markup', { name: '<script>' }, 'name'],
    ['a colour that is none', { name: 'hue', color: 'zzz' }, 'color'],
    ['nothing to be called by', { name: 'blank', displayName: '   ' }, 'displayName'],
  ])('are refused with %s, by REST and in the admin', async (_what, data, field) => {
    for (const call of [rest, admin]) {
      const { status, body } = await call('post', `/${set}`, {
        data: { displayName: 'Some', ...data },
      });
      expect([status, body.error?.details?.errors?.[0]?.path]).toEqual([400, [field]]);
    }
  });

  it('keep a code trimmed and in small letters', async () => {
    const made = await rest('post', `/${set}`, {
      data: { name: '  Very Warm ', displayName: ' Very warm ' },
    });
    expect(made.body.data).toMatchObject({ name: 'very warm', displayName: 'Very warm' });
  });

  it.each([
    ['a list for a code', { name: ['a'] }],
    ['an object to be called by', { displayName: { a: 1 } }],
    ['a number for a code', { name: 7 }],
  ])('are refused with %s', async (_what, data) => {
    const whole = { name: 'odd', displayName: 'Odd', ...data };
    expect((await admin('post', `/${set}`, { data: whole })).status).toBe(400);
    const [{ documentId }] = (await admin('get', `/${set}`)).body.data;
    expect((await admin('put', `/${set}/${documentId}`, { data })).status).toBe(400);
  });

  it('cannot be put in an order that names what no label is called', async () => {
    const answer = await admin('put', `/${set}/order`, { documentIds: ['\u0000'] });
    expect(answer.status).toBe(400);
  });
});

describe('a status that is deleted while it is given', () => {
  const ROUNDS = 12;

  const round = async (at: number) => {
    const status = await documentsOf(site, CONTACT_STATUS_UID).create({
      data: { name: `race-${at}`, displayName: `Race ${at}` },
    });
    const contacts = await Promise.all(
      [1, 2, 3].map((one) =>
        documentsOf(site, CONTACT_UID).create({ data: { email: `race${at}-${one}@labels.test` } })
      )
    );
    const answers = await Promise.all([
      rest('delete', `/contact-statuses/${status.documentId}`),
      ...contacts.map(({ documentId }) =>
        rest('put', `/contacts/${documentId}`, { data: { status: status.documentId } })
      ),
    ]);
    const holders = await documentsOf(site, CONTACT_UID).count({
      filters: { status: { documentId: status.documentId } },
    });
    const [deleted, ...given] = answers.map((answer) => answer.status);
    return { deleted, given, holders };
  };

  it('is there for all who were told that they have it, or for nobody', async () => {
    for (let at = 0; at < ROUNDS; at += 1) {
      const { deleted, given, holders } = await round(at);
      expect([204, 409]).toContain(deleted);
      expect(given.every((status) => status === 200 || status === 400)).toBe(true);
      expect(given.filter((status) => status === 200)).toHaveLength(holders);
    }
  });
});

describe('a status that is replaced', () => {
  it('leaves alone whom somebody gave another one meanwhile', async () => {
    const make = async (name: string) =>
      documentsOf(site, CONTACT_STATUS_UID).create({ data: { name, displayName: name } });
    const [old, next, chosen] = [await make('old'), await make('next'), await make('chosen')];
    const people = await Promise.all(
      Array.from({ length: 40 }, (_, at) =>
        documentsOf(site, CONTACT_UID).create({
          data: { email: `moved${at}@labels.test`, status: old.documentId },
        })
      )
    );
    const choices = people.map(({ documentId }) =>
      rest('put', `/contacts/${documentId}`, { data: { status: chosen.documentId } })
    );
    const [replaced, ...answers] = await Promise.all([
      rest('delete', `/contact-statuses/${old.documentId}?replaceWith=${next.documentId}`),
      ...choices,
    ]);
    expect([204, 409]).toContain(replaced?.status);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const kept = await documentsOf(site, CONTACT_UID).count({
      filters: { status: { name: 'chosen' } },
    });
    expect(kept).toBe(people.length);
  });
});
