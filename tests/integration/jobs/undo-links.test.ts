/** Undoing a bulk deletion where a site's own types point at contacts. */
import { readFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { JobView } from '../../../server/src/platform/jobs/contract';
import { asAdmin } from '../../support/admin-roles';
import { documentsOf } from '../../support/documents';
import { startSite, type TestSite } from '../../support/strapi';

jest.setTimeout(120_000);

const CONTACT = 'plugin::contact-management.contact';
const ORDER = 'api::order.order';
const toContact = { type: 'relation', target: CONTACT };
const RELATIONS = {
  buyer: { ...toContact, relation: 'manyToOne' },
  watchers: { ...toContact, relation: 'manyToMany' },
  payer: { ...toContact, relation: 'manyToOne', useJoinTable: false },
};
const EXTENSION = `module.exports = (plugin) => {
  plugin.contentTypes.contact.schema.attributes.photo = { type: 'media', multiple: false };
  return plugin;
};`;

let site: TestSite;

beforeAll(async () => {
  site = await startSite({
    prepare: async (appDir) => {
      const file = path.join(appDir, 'src/api/order/content-types/order/schema.json');
      const schema = JSON.parse(await readFile(file, 'utf8')) as { attributes: object };
      schema.attributes = { ...schema.attributes, ...RELATIONS };
      await writeFile(file, JSON.stringify(schema));
      const folder = path.join(appDir, 'src/extensions/contact-management');
      await mkdir(folder, { recursive: true });
      await writeFile(path.join(folder, 'strapi-server.js'), EXTENSION);
    },
  });
});
afterAll(() => site.stop());

const run = async (address: string, body?: object): Promise<{ batchId: string; job: JobView }> => {
  const started = await site.http
    .post(`/contact-management${address}`)
    .set(asAdmin(site.adminToken))
    .send(body)
    .expect(202);
  for (;;) {
    const answer = await site.http
      .get(`/contact-management/jobs/${started.body.jobId}`)
      .set(asAdmin(site.adminToken));
    const job = answer.body.data as JobView;
    if (job.status !== 'queued' && job.status !== 'running') {
      expect(job).toMatchObject({ status: 'done', error: null });
      return { batchId: String(started.body.batchId), job };
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

it('gives contacts back their accounts, as far as those are still there', async () => {
  const documents = (name: string) => documentsOf(site, `plugin::contact-management.${name}`);
  const eve = await documents('contact').create({ data: { email: 'eve@links.test' } });
  const dan = await documents('contact').create({ data: { email: 'dan@links.test' } });
  const role = await documents('contact-role').create({
    data: { name: 'ceo', displayName: 'CEO' },
  });
  const stays = await documents('account').create({
    data: { name: 'Stays', primaryContact: eve.documentId, secondaryContact: dan.documentId },
  });
  const named = await documents('account').create({
    data: { name: 'Named', secondaryContact: eve.documentId },
  });
  const goes = await documents('account').create({ data: { name: 'Goes' } });
  for (const account of [stays, goes]) {
    await documents('account-membership').create({
      data: { account: account.documentId, contact: eve.documentId, role: role.documentId },
    });
  }
  const documentIds = [eve.documentId];
  const deletion = await run('/contacts/bulk', { action: 'delete', selection: { documentIds } });
  await documents('account').delete({ documentId: goes.documentId });
  await documents('contact-role').delete({ documentId: role.documentId });
  await documents('account').update({
    documentId: named.documentId,
    data: { secondaryContact: dan.documentId },
  });
  await run(`/bulk-batches/${deletion.batchId}/undo`);

  const populate = ['primaryContact', 'secondaryContact'];
  const emails = async (documentId: string) => {
    const account = await documents('account').findOne({ documentId, populate });
    return populate.map((name) => (account?.[name] as { email: string } | null)?.email);
  };
  expect(await emails(stays.documentId)).toEqual(['eve@links.test', 'dan@links.test']);
  expect(await emails(named.documentId)).toEqual([undefined, 'dan@links.test']);
  const memberships = await documents('account-membership').findMany({
    populate: ['account', 'role', 'contact'],
  });
  expect(memberships).toMatchObject([
    { account: { name: 'Stays' }, contact: { email: 'eve@links.test' }, role: null },
  ]);
});

it('gives contacts back their relations and media, but not to what is gone by now', async () => {
  const file = await site.strapi.db.query('plugin::upload.file').create({
    data: {
      name: 'face.png',
      hash: 'face',
      mime: 'image/png',
      size: 1,
      url: '/x',
      provider: 'local',
    },
  });
  const ann = await documentsOf(site, CONTACT).create({
    data: { email: 'ann@links.test', photo: file.id },
  });
  const bob = await documentsOf(site, CONTACT).create({ data: { email: 'bob@links.test' } });
  const order = (number: string) =>
    documentsOf(site, ORDER).create({
      data: {
        number,
        buyer: ann.documentId,
        watchers: [ann.documentId, bob.documentId],
        payer: ann.id,
      },
    });
  const [stays, goes] = [await order('stays'), await order('goes')];

  const documentIds = [ann.documentId, bob.documentId];
  const deletion = await run('/contacts/bulk', { action: 'delete', selection: { documentIds } });
  await documentsOf(site, ORDER).delete({ documentId: goes.documentId });
  const { job } = await run(`/bulk-batches/${deletion.batchId}/undo`);
  expect(job.result).toMatchObject({ restored: 2 });

  const found = await documentsOf(site, ORDER).findOne({
    documentId: stays.documentId,
    populate: ['buyer', 'watchers', 'payer'],
  });
  expect(found).toMatchObject({
    buyer: { email: 'ann@links.test' },
    watchers: [{ email: 'ann@links.test' }, { email: 'bob@links.test' }],
    payer: { email: 'ann@links.test' },
  });
  const back = await documentsOf(site, CONTACT).findOne({
    documentId: ann.documentId,
    populate: ['photo'],
  });
  expect(back).toMatchObject({ photo: { name: 'face.png' } });
  const links = await site.strapi.db.connection('orders_watchers_lnk');
  expect(links).toHaveLength(2);
});
