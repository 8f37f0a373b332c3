/** The custom field "Contact", in a content type of the site's. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CONTACT_UID } from '../../../server/src/modules/contacts';
import { documentsOf } from '../../support/documents';
import { startSite, type TestSite } from '../../support/strapi';

jest.setTimeout(120_000);

const TICKET = 'api::ticket.ticket';
const schema = {
  kind: 'collectionType',
  collectionName: 'tickets',
  info: { singularName: 'ticket', pluralName: 'tickets', displayName: 'Ticket' },
  options: { draftAndPublish: false },
  attributes: {
    subject: { type: 'string' },
    reporter: { type: 'customField', customField: 'plugin::contact-management.contact' },
  },
};

const addTickets = async (appDir: string) => {
  const api = path.join(appDir, 'src/api/ticket');
  const files = {
    'content-types/ticket/schema.json': JSON.stringify(schema),
    ...Object.fromEntries(
      ['controllers', 'routes', 'services'].map((part) => [
        `${part}/ticket.js`,
        `module.exports = require('@strapi/strapi').factories.createCore${
          { controllers: 'Controller', routes: 'Router', services: 'Service' }[part]
        }('${TICKET}');`,
      ])
    ),
  };
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(api, name)), { recursive: true });
    await writeFile(path.join(api, name), text);
  }
};

let site: TestSite;
beforeAll(async () => {
  site = await startSite({ prepare: addTickets });
});
afterAll(() => site.stop());

it('is offered by the server, and keeps a contact’s document id over REST', async () => {
  expect(site.strapi.get('custom-fields').getAll()).toHaveProperty([
    'plugin::contact-management.contact',
  ]);
  const contact = await documentsOf(site, CONTACT_UID).create({ data: { firstName: 'Ann' } });
  const made = await site.http
    .post('/api/tickets')
    .auth(site.apiToken, { type: 'bearer' })
    .send({ data: { subject: 'Broken', reporter: contact.documentId } });
  expect(made.body.data).toMatchObject({ reporter: contact.documentId });
  const found = await site.http
    .get('/api/tickets')
    .auth(site.apiToken, { type: 'bearer' })
    .query({ 'filters[reporter][$eq]': contact.documentId });
  expect(found.body.data).toHaveLength(1);
});

it('keeps the id of a contact that is gone', async () => {
  const contact = await documentsOf(site, CONTACT_UID).create({ data: { firstName: 'Gone' } });
  const ticket = await documentsOf(site, TICKET).create({
    data: { subject: 'Old', reporter: contact.documentId },
  });
  await documentsOf(site, CONTACT_UID).delete({ documentId: contact.documentId });
  const read = await documentsOf(site, TICKET).findOne({ documentId: ticket.documentId });
  expect(read?.reporter).toBe(contact.documentId);
});
