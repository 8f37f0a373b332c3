import { CONTACT_STATUS_UID, CONTACT_UID, contacts } from '../../../server/src/modules/contacts';
import type { Test } from 'supertest';
import { documentsOf } from '../../support/documents';
import { startSite, type TestSite } from '../../support/strapi';

jest.setTimeout(120_000);

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

const statuses = () => documentsOf(site, CONTACT_STATUS_UID);
const contactDocuments = () => documentsOf(site, CONTACT_UID);
const newStatus = (name: string) => statuses().create({ data: { name, displayName: name } });
const newContact = (data: object) => contactDocuments().create({ data });
const read = (documentId: string) =>
  contactDocuments().findOne({ documentId, populate: ['status', 'owner'] });
const statusOf = async (documentId: string) => {
  const status = (await read(documentId))?.status as { name: string } | null;
  return status?.name ?? null;
};

describe('a contact status', () => {
  it('has a code that no other one has, in any spelling', async () => {
    await expect(newStatus(' Hot ')).resolves.toMatchObject({ name: 'hot', displayName: 'Hot' });
    const other = await newStatus('cold');
    const refusal = {
      name: 'ValidationError',
      message: 'Another status has this name',
      details: { errors: [{ path: ['name'] }] },
    };
    await expect(newStatus('HOT')).rejects.toMatchObject(refusal);
    await expect(
      statuses().update({ documentId: other.documentId, data: { name: 'hot' } })
    ).rejects.toMatchObject(refusal);
  });

  it('can be given in every form in which Strapi takes a relation', async () => {
    const vip = await newStatus('vip');
    const contact = await newContact({ status: vip.documentId });
    const { documentId } = contact;
    const give = (status: unknown) => contactDocuments().update({ documentId, data: { status } });
    expect(await statusOf(documentId)).toBe('vip');
    const forms = [
      vip.id,
      String(vip.id),
      { id: vip.id },
      { documentId: vip.documentId },
      [vip.documentId],
      { set: [{ documentId: vip.documentId }] },
      { connect: [{ id: vip.id, documentId: vip.documentId }], disconnect: [] },
    ];
    for (const form of forms) {
      await give(null);
      expect(await statusOf(documentId)).toBeNull();
      await give(form);
      expect(await statusOf(documentId)).toBe('vip');
    }
    await give({ connect: [], disconnect: [] });
    expect(await statusOf(documentId)).toBe('vip');
    await give({ disconnect: [{ id: vip.id }] });
    expect(await statusOf(documentId)).toBeNull();
    await expect(give('nosuchdocument')).rejects.toThrow(
      'Document with id "nosuchdocument" not found'
    );
    await expect(give(987_654)).rejects.toThrow('do not exist');
    await expect(give({ $ne: null })).rejects.toThrow('status must be an id');
  });

  it('stands when the Content Manager saves the contact, which cannot edit it', async () => {
    const gold = await newStatus('gold');
    const { documentId } = await newContact({ email: 'gold@site.test', status: gold.id });
    const manager = (request: Test) => request.auth(site.adminToken, { type: 'bearer' });
    const url = `/content-manager/collection-types/${CONTACT_UID}/${documentId}`;
    const form = await manager(site.http.get(url)).expect(200);
    const admin = await site.strapi.db.query('admin::user').findOne({});
    const { id, createdAt, updatedAt, publishedAt, createdBy, updatedBy, locale, ...fields } =
      form.body.data;
    const answer = await manager(site.http.put(url)).send({
      ...fields,
      lastName: 'Gold',
      owner: { connect: [{ id: admin.id }], disconnect: [] },
    });
    expect(answer.body.error).toBeUndefined();
    expect(await read(documentId)).toMatchObject({
      lastName: 'Gold',
      status: { name: 'gold' },
      owner: { id: admin.id },
    });
  });
});

describe('deleting a status', () => {
  const inUse = async (name: string) => {
    const status = await newStatus(name);
    const used = await newContact({ status: status.documentId });
    return { status, used };
  };

  it('is refused while a contact has it, from the Content Manager too', async () => {
    const { status } = await inUse('used');
    await expect(statuses().delete({ documentId: status.documentId })).rejects.toMatchObject({
      status: 409,
      message: '1 contact has the status "used". Give them another one first, or clear it',
      details: { inUse: 1 },
    });
    const answer = await site.http
      .delete(`/content-manager/collection-types/${CONTACT_STATUS_UID}/${status.documentId}`)
      .auth(site.adminToken, { type: 'bearer' });
    expect(answer.status).toBe(409);
    expect(answer.body.error).toMatchObject({ name: 'ConflictError', details: { inUse: 1 } });
  });

  it('gives the contacts another one, and keeps that in their history', async () => {
    const { status, used } = await inUse('old');
    const replacement = await newStatus('new');
    await contacts(site.strapi).removeStatus({
      documentId: status.documentId,
      replaceWith: replacement.documentId,
    });
    expect(await statusOf(used.documentId)).toBe('new');
    expect(await statuses().findOne({ documentId: status.documentId })).toBeNull();
    const [change] = await site.strapi.db
      .query('plugin::contact-management.state-history')
      .findMany({ where: { contactId: used.id } });
    expect(change).toMatchObject({ from: 'old', to: 'new', why: 'status "old" was deleted' });
  });

  it('takes it away when told to', async () => {
    const { status, used } = await inUse('forced');
    await contacts(site.strapi).removeStatus({ documentId: status.documentId, force: true });
    expect(await statusOf(used.documentId)).toBeNull();
  });

  it('needs no permission when nobody has it, and refuses a replacement that is none', async () => {
    const unused = await newStatus('unused');
    const remove = (replaceWith?: string) =>
      contacts(site.strapi).removeStatus({ documentId: unused.documentId, replaceWith });
    await expect(remove('nosuchdocument')).rejects.toThrow('replaceWith does not exist');
    await expect(remove(unused.documentId)).rejects.toThrow('replaceWith does not exist');
    await remove();
    await expect(remove()).rejects.toThrow('There is no such status');
  });
});
