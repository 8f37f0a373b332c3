/** Erasing a contact while its browsers go on sending: nothing of the person may be left or come back. */
import { randomUUID } from 'node:crypto';
import { contactDataOwners } from '../../../server/src/platform/contact-data';
import { documentsOf } from '../../support/documents';
import { startSite, type TestSite } from '../../support/strapi';
import { activityCount, collect, contactOf, event, identify } from '../../support/visits';

const CONTACT = 'plugin::contact-management.contact';
const ROUNDS = 5;
const BATCHES = 20;

let site: TestSite;
beforeAll(async () => {
  site = await startSite({ config: { tracking: { rateLimit: 'off' } } });
});
afterAll(() => site.stop());

const batch = (visitor: string) =>
  collect(site, { visitor, events: Array.from({ length: 5 }, () => event()) });

/** A known contact that three browsers belong to. */
const somebody = async (email: string): Promise<{ documentId: string; visitors: string[] }> => {
  const visitors = Array.from({ length: 3 }, () => randomUUID());
  for (const visitor of visitors) {
    await identify(site, { visitor, traits: { email, firstName: 'Erased' } }).expect(202);
    await batch(visitor).expect(202);
  }
  const contact = await contactOf(site, visitors[0] ?? '');
  return { documentId: String(contact.document_id), visitors };
};

/** Rows of any module that point at a contact that is not there. */
const danglingRows = async (): Promise<Record<string, number>> => {
  const tables = contactDataOwners(site.strapi).flatMap(({ data }) => Object.entries(data.tables));
  const counts: Record<string, number> = {};
  for (const [table, column] of tables) {
    const row = await site.strapi.db
      .connection(table)
      .whereNotNull(column)
      .whereNotIn(column, site.strapi.db.connection('cm_contacts').select('id'))
      .count('* as n')
      .first();
    if (Number(row?.n) > 0) counts[table] = Number(row?.n);
  }
  return counts;
};

const rest = (documentId: string) =>
  site.http
    .delete(`/api/contact-management/contacts/${documentId}`)
    .set('authorization', `Bearer ${site.apiToken}`);

const doors: [string, (documentId: string) => Promise<unknown>][] = [
  ['REST', (documentId) => rest(documentId).expect(204)],
  ['the service', (id) => site.strapi.plugin('contact-management').service('contacts').erase([id])],
  [
    'the Content Manager',
    (documentId) =>
      site.http
        .delete(`/content-manager/collection-types/${CONTACT}/${documentId}`)
        .auth(site.adminToken, { type: 'bearer' })
        .expect(200),
  ],
];

describe.each(doors)('a contact erased through %s', (door, erase) => {
  it('while batches of its visitors arrive leaves nothing behind', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { documentId, visitors } = await somebody(`${round}-${door.length}@race.test`);
      const arriving = Array.from({ length: BATCHES }, (_, at) =>
        batch(visitors[at % visitors.length] ?? '').expect(202)
      );
      await Promise.all([...arriving.slice(0, 4)]);
      await Promise.all([...arriving, erase(documentId)]);
      expect(await danglingRows()).toEqual({});
      expect(await documentsOf(site, CONTACT).findOne({ documentId })).toBeNull();
    }
  });

  it('while the site’s back end tells of it leaves nothing behind', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { documentId } = await somebody(`told-${round}-${door.length}@race.test`);
      const tell = () =>
        site.http
          .post('/api/contact-management/events')
          .set('authorization', `Bearer ${site.apiToken}`)
          .send({ events: [event({ contact: { documentId }, type: 'call' })] })
          .expect(200);
      await Promise.all([...Array.from({ length: BATCHES }, tell), erase(documentId)]);
      expect(await danglingRows()).toEqual({});
    }
  });

  it('while browsers claim to be it leaves nothing behind', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const email = `claimed-${round}-${door.length}@race.test`;
      const { documentId, visitors } = await somebody(email);
      const claims = [...visitors, randomUUID(), randomUUID()].map((visitor) =>
        identify(site, { visitor, traits: { email }, consent: { email: true } }).expect(202)
      );
      await Promise.all([...claims, erase(documentId), ...visitors.map((one) => batch(one))]);
      expect(await danglingRows()).toEqual({});
    }
  });
});

it('later visits of the same browsers are a stranger’s', async () => {
  const { documentId, visitors } = await somebody('stranger@race.test');
  await rest(documentId).expect(204);
  const [visitor = ''] = visitors;
  await batch(visitor).expect(202);
  const stranger = await contactOf(site, visitor);
  expect(stranger).toMatchObject({ kind: 'anonymous', email: null, first_name: null });
  expect(await activityCount(site, { contact_id: Number(stranger.id) })).toBe(5);
});
