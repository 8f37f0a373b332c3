/** A site that asks more of a contact than a browser can tell: no contact is made, and nobody is told. */
import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { contact } from '../../../server/src/modules/contacts/content-types/contact';
import { startSite, type TestSite } from '../../support/strapi';
import { activityCount, collect, contactOf, event, identify } from '../../support/visits';

jest.setTimeout(120_000);

const CONTACT = 'plugin::contact-management.contact';

const requireVatId = async (appDir: string) => {
  const folder = path.join(appDir, 'src/extensions/contact-management/content-types/contact');
  await mkdir(folder, { recursive: true });
  const { collectionName, info, options, attributes } = structuredClone(contact);
  const schema = {
    collectionName,
    info,
    options,
    attributes: { ...attributes, vatId: { type: 'string', required: true } },
  };
  await writeFile(path.join(folder, 'schema.json'), JSON.stringify(schema));
};

const address = () => `${randomUUID().slice(0, 8)}@contacts.test`;
const create = (site: TestSite, email: string) =>
  site.strapi.documents(CONTACT).create({ data: { email, vatId: 'CZ1' } as never });

describe.each(['ems', 'cms'])(
  'where the site requires more of a contact, in edition %s',
  (edition) => {
    let site: TestSite;
    beforeAll(async () => {
      site = await startSite({
        prepare: requireVatId,
        config: { edition, tracking: { rateLimit: 'off' } },
      });
    });
    afterAll(() => site.stop());

    /** A browser that is somebody already, so that another e-mail asks for a new contact. */
    const knownBrowser = async (): Promise<string> => {
      const visitor = randomUUID();
      const email = address();
      await create(site, email);
      await identify(site, { visitor, traits: { email } }).expect(202);
      return visitor;
    };

    it('identify answers the same to an address that is known and to one that is not', async () => {
      const known = address();
      await create(site, known);
      for (const email of [known, address()]) {
        const answer = await identify(site, { visitor: await knownBrowser(), traits: { email } });
        expect([answer.status, answer.body]).toEqual([202, {}]);
      }
    });

    if (edition === 'cms') return;

    it('a form is answered, so that the page does not send it again, and is on the timeline', async () => {
      const visitor = await knownBrowser();
      const form = event({ type: 'formsubmit', data: { form: 'x', fields: { email: address() } } });
      const answer = await collect(site, { visitor, events: [form] });
      expect([answer.status, answer.body]).toMatchObject([202, { accepted: 1 }]);
      const { id } = await contactOf(site, visitor);
      expect(await activityCount(site, { contact_id: id, type: 'formsubmit' })).toBe(1);
    });
  }
);

describe('a value that only some databases take', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await startSite({ config: { tracking: { rateLimit: 'off' } } });
  });
  afterAll(() => site.stop());

  it('is left out of what a browser says, and the rest is kept', async () => {
    const visitor = randomUUID();
    const traits = { email: address(), birthday: '0000-01-01', city: 'Brno' };
    await identify(site, { visitor, traits }).expect(202, {});
    expect(await contactOf(site, visitor)).toMatchObject({ email: traits.email, city: 'Brno' });
  });
});
