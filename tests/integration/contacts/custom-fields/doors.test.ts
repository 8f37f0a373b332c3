/** Custom values through every door: REST, upsert, GraphQL, the Content Manager, the card's route, bulk. */
import { CONTACT_UID } from '../../../../server/src/modules/contacts';
import { customFields } from '../../../../server/src/platform/fields/service';
import { addField, ask, foundBy, jobsDone, options } from '../../../support/custom-fields';
import { documentsOf, rowsOf } from '../../../support/documents';
import { addGraphql, askGraphql } from '../../../support/graphql';
import { startSite, type TestSite } from '../../../support/strapi';
import { BROWSER } from '../../../support/visits';

jest.setTimeout(120_000);

let site: TestSite;
beforeAll(async () => {
  site = await startSite({ prepare: addGraphql });
  await addField(site, { name: 'tier', kind: 'select', options: options('gold', 'silver') });
  await addField(site, { name: 'size', kind: 'number', displayName: 'Shoe size' });
});
afterAll(() => site.stop());

const contacts = () => documentsOf(site, CONTACT_UID);
const create = (data: object) => contacts().create({ data });
const valuesOf = async (documentId: string) =>
  (await contacts().findOne({ documentId }))?.customFields;
const indexed = (contactId: number) =>
  rowsOf(site, 'plugin::contact-management.contact-custom-value', { contactId });

interface Written {
  status: number;
  message: string | undefined;
  documentId: string;
}

/** Each door: writes these values for a new contact, or for one that is there. */
const doors: Record<string, (customFields: unknown, documentId?: string) => Promise<Written>> = {
  REST: async (values, documentId) => {
    const path = '/api/contact-management/contacts';
    const request = documentId ? site.http.put(`${path}/${documentId}`) : site.http.post(path);
    const { status, body } = await request
      .auth(site.apiToken, { type: 'bearer' })
      .send({ data: { customFields: values } });
    return { status, message: body.error?.message, documentId: body.data?.documentId };
  },
  upsert: async (values, documentId) => {
    const externalId = documentId ?? `upsert-${Math.random()}`;
    const match = documentId ? 'documentId' : 'externalId';
    const data = { [match]: externalId, customFields: values };
    const { body } = await site.http
      .post('/api/contact-management/contacts/upsert')
      .auth(site.apiToken, { type: 'bearer' })
      .send({ contacts: [{ match, data }] });
    const [result] = body.results;
    const status = result.status === 'failed' ? 400 : 200;
    return { status, message: result.error, documentId: result.documentId };
  },
  GraphQL: async (values, documentId) => {
    const input = '$data: ContactManagementContactInput!';
    const query = documentId
      ? `mutation ($documentId: ID!, ${input}) { made: updateContactManagementContact(documentId: $documentId, data: $data) { documentId customFields } }`
      : `mutation (${input}) { made: createContactManagementContact(data: $data) { documentId customFields } }`;
    const { data, problems } = await askGraphql(site, query, {
      variables: { documentId, data: { customFields: values } },
    });
    const made = data?.made as { documentId: string } | null | undefined;
    const status = problems.length > 0 ? 400 : 200;
    return { status, message: problems[0], documentId: made?.documentId ?? '' };
  },
  'the Content Manager': async (values, documentId) => {
    const path = `/content-manager/collection-types/${CONTACT_UID}`;
    const request = documentId ? site.http.put(`${path}/${documentId}`) : site.http.post(path);
    const { status, body } = await request
      .auth(site.adminToken, { type: 'bearer' })
      .send({ kind: 'known', subscription: 'none', monitored: true, customFields: values });
    return { status, message: body.error?.message, documentId: body.data?.documentId };
  },
  'the contact card': async (values, documentId) => {
    const path = documentId ? `/contacts/${documentId}` : '/contacts';
    const { status, body } = await ask(site, documentId ? 'put' : 'post', path).send({
      data: { customFields: values },
    });
    return { status, message: body.error?.message, documentId: body.data?.documentId };
  },
  'a service call': async (values, documentId) => {
    const data = { customFields: values };
    const write = documentId ? contacts().update({ documentId, data }) : create(data);
    return write.then(
      (made) => ({ status: 200, message: undefined, documentId: made.documentId }),
      (error: unknown) => ({ status: 400, message: (error as Error).message, documentId: '' })
    );
  },
};

describe.each(Object.entries(doors))('through %s', (_door, write) => {
  it('values are checked, stored and found', async () => {
    const made = await write({ tier: 'gold', size: '41.5' });
    expect(made.message).toBeUndefined();
    expect(await valuesOf(made.documentId)).toEqual({ tier: 'gold', size: 41.5 });
    const found = await ask(site, 'get', '/contacts').query({
      'customFields.size.from': '41.5',
      'customFields.tier': 'gold',
    });
    expect(found.body.data).toEqual([expect.objectContaining({ documentId: made.documentId })]);

    const changed = await write({ size: null }, made.documentId);
    expect(changed.message).toBeUndefined();
    expect(await valuesOf(made.documentId)).toEqual({ tier: 'gold' });
    await contacts().delete({ documentId: made.documentId });
  });

  it('a wrong value is refused with the field and the reason, and nothing is written', async () => {
    const { documentId, id } = await create({ customFields: { tier: 'silver' } });
    const before = await indexed(id);
    const refusals: [unknown, string][] = [
      [{ tier: 'silver', size: 'big' }, 'Shoe size (size) must be a number'],
      [{ tier: 'platinum' }, 'tier (tier) has no option "platinum"'],
      [{ nosuch: 1 }, 'There is no custom field "nosuch"'],
    ];
    for (const [values, message] of refusals) {
      expect(await write(values, documentId)).toMatchObject({ status: 400, message });
      expect(await write(values)).toMatchObject({ status: 400, message });
    }
    expect(await valuesOf(documentId)).toEqual({ tier: 'silver' });
    expect(await indexed(id)).toEqual(before);
    expect(await contacts().count()).toBe(1);
    await contacts().delete({ documentId });
  });
});

describe('an upsert', () => {
  const upsert = async (contact: object) => {
    const { body } = await site.http
      .post('/api/contact-management/contacts/upsert')
      .auth(site.apiToken, { type: 'bearer' })
      .send({ contacts: [contact] });
    return body.results[0] as { status: string; documentId: string };
  };

  it('says unchanged when the values are, and fills only what is empty', async () => {
    const email = 'upsert@fields.test';
    const made = await upsert({ data: { email, customFields: { tier: 'gold' } } });
    expect(made.status).toBe('created');
    const same = await upsert({ data: { email, customFields: { tier: ' gold', size: null } } });
    expect(same.status).toBe('unchanged');
    const filled = await upsert({
      policy: 'fill-empty',
      data: { email, customFields: { tier: 'silver', size: 40 } },
    });
    expect(filled.status).toBe('updated');
    expect(await valuesOf(made.documentId)).toEqual({ tier: 'gold', size: 40 });
    const none = await upsert({ data: { email, customFields: null } });
    expect(none.status).toBe('updated');
    expect(await valuesOf(made.documentId)).toBeNull();
    await contacts().delete({ documentId: made.documentId });
  });
});

describe('a bulk change of what a filter on a field matches', () => {
  it('changes those and nobody else', async () => {
    await create({ firstName: 'In', customFields: { tier: 'gold' } });
    await create({ firstName: 'Out', customFields: { tier: 'silver' } });
    const filter = { 'customFields.tier': 'gold' };
    const change = { action: 'state', value: 'partner', selection: { filter } };
    await ask(site, 'post', '/contacts/bulk').send(change).expect(202);
    await jobsDone(site);
    expect(await foundBy(site, { state: 'partner' })).toEqual(['In']);
  });

  it('is refused when there is no such field, instead of changing everybody', async () => {
    const selection = { filter: { 'customFields.nosuch': 'x' } };
    const { status, body } = await ask(site, 'post', '/contacts/bulk').send({
      action: 'delete',
      selection,
    });
    expect([status, body.error.message]).toEqual([400, 'There is no filter "customFields.nosuch"']);
  });
});

describe('a required field with and without a default', () => {
  it('is asked for of people, filled in by its default, and never of a visit', async () => {
    await addField(site, { name: 'source_note', kind: 'text', required: true });
    await addField(site, { name: 'points', kind: 'number', required: true, defaultValue: 5 });
    await expect(create({ firstName: 'Without' })).rejects.toThrow(
      'source_note (source_note) is required'
    );
    const made = await create({ customFields: { source_note: 'fair' } });
    expect(await valuesOf(made.documentId)).toEqual({ source_note: 'fair', points: 5 });
    await expect(
      contacts().update({
        documentId: made.documentId,
        data: { customFields: { source_note: null } },
      })
    ).rejects.toThrow('source_note (source_note) is required');
    await contacts().update({ documentId: made.documentId, data: { lastName: 'Changed' } });

    const visitor = '0d9c2f6e-3c53-4f0e-9d3c-5d1c8a6a7b10';
    await site.http
      .post('/cm/identify')
      .set('user-agent', BROWSER)
      .send({ visitor, traits: { email: 'visit@fields.test' } })
      .expect(202);
    const [visited] = await contacts().findMany({ filters: { email: 'visit@fields.test' } });
    expect(visited).toMatchObject({ kind: 'known', customFields: null });
  });
});

describe('GraphQL', () => {
  it('knows nothing of definitions', async () => {
    const { problems } = await askGraphql(site, '{ contactManagementCustomFields { name } }');
    expect(problems).toEqual([expect.stringContaining('Cannot query field')]);
    expect(await customFields(site.strapi).list('contact')).not.toEqual([]);
  });
});
