/** Contacts and logged collections through Strapi's GraphQL plugin: the same rules as over REST. */
import { CONTACT_STATUS_UID, CONTACT_UID } from '../../../server/src/modules/contacts';
import { documentsOf } from '../../support/documents';
import { addGraphql, askGraphql } from '../../support/graphql';
import { serverLogSettled } from '../../support/site-users';
import { startSite, type TestSite } from '../../support/strapi';
import { activityCount } from '../../support/visits';

const ORDER = 'api::order.order';
const CREATE_ORDER = `mutation ($data: OrderInput!) { createOrder(data: $data) { documentId } }`;
const CREATE = `mutation ($data: ContactManagementContactInput!) {
  createContactManagementContact(data: $data) { documentId email state kind country }
}`;
const UPDATE = `mutation ($documentId: ID!, $data: ContactManagementContactInput!) {
  updateContactManagementContact(documentId: $documentId, data: $data) { email state }
}`;

/** An API token for just these actions: `contact.find`. */
const tokenFor = async ({ strapi }: TestSite, ...actions: string[]): Promise<string> => {
  const { accessKey } = await strapi.service('admin::api-token').create({
    name: actions.join(' ') || 'nothing',
    description: '',
    type: 'custom',
    lifespan: null,
    permissions: actions.map((action) => `plugin::contact-management.${action}`),
  });
  return accessKey;
};

describe('through GraphQL', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await startSite({
      prepare: addGraphql,
      config: {
        activities: {
          [ORDER]: { on: 'create', type: 'purchase', contact: 'email', value: 'total' },
        },
      },
    });
  });
  afterAll(() => site.stop());

  const create = (data: object) => askGraphql(site, CREATE, { variables: { data } });

  it('an order is a purchase, once, and its buyer a client', async () => {
    const data = { email: 'Olga@Shop.test', total: 12.5 };
    const { problems } = await askGraphql(site, CREATE_ORDER, { variables: { data } });
    expect(problems).toEqual([]);
    await serverLogSettled(site);
    const contact = await site.strapi.db
      .query(CONTACT_UID)
      .findOne({ where: { email: 'olga@shop.test' } });
    expect(contact).toMatchObject({ kind: 'known', state: 'client', source: ORDER });
    expect(await activityCount(site, { contact_id: contact.id, type: 'purchase' })).toBe(1);
    expect(await activityCount(site, { item_uid: ORDER })).toBe(1);
  });

  it('a contact is kept in one spelling, and its e-mail is its own', async () => {
    const made = await create({ email: ' Petr@Bücher.TEST', country: 'cz', state: 'prospect' });
    expect(made).toMatchObject({
      data: {
        createContactManagementContact: {
          email: 'petr@xn--bcher-kva.test',
          kind: 'known',
          state: 'prospect',
          country: 'CZ',
        },
      },
      problems: [],
    });
    const again = await create({ email: 'PETR@bücher.test' });
    expect(again.problems).toEqual(['Another contact has this e-mail address']);
    const other = await documentsOf(site, CONTACT_UID).create({ data: { email: 'q@site.test' } });
    const moved = await askGraphql(site, UPDATE, {
      variables: { documentId: other.documentId, data: { email: 'petr@xn--bcher-kva.test' } },
    });
    expect(moved.problems).toEqual(['Another contact has this e-mail address']);
    const refused = await create({ email: 'no address' });
    expect(refused.problems).toEqual([expect.stringContaining('is not an e-mail address')]);
    expect(JSON.stringify(refused)).not.toMatch(/select |insert |sqlite/i);
  });

  it('one e-mail created ten times at once makes one contact', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => create({ email: 'Race@Graph.test' }))
    );
    expect(answers.filter(({ problems }) => problems.length === 0)).toHaveLength(1);
    const filters = { email: 'race@graph.test' };
    expect(await documentsOf(site, CONTACT_UID).count({ filters })).toBe(1);
  });

  it('a change of status takes a document id, and a status in use stays', async () => {
    const vip = await documentsOf(site, CONTACT_STATUS_UID).create({
      data: { name: 'vip', displayName: 'VIP' },
    });
    const { documentId } = await documentsOf(site, CONTACT_UID).create({
      data: { email: 'vip@graph.test' },
    });
    await askGraphql(site, UPDATE, { variables: { documentId, data: { status: vip.documentId } } });
    const query = `{ contactManagementContact(documentId: "${documentId}") { status { name } } }`;
    expect(await askGraphql(site, query)).toEqual({
      data: { contactManagementContact: { status: { name: 'vip' } } },
      problems: [],
    });
    const remove = `mutation { deleteContactManagementContactStatus(documentId: "${vip.documentId}") { documentId } }`;
    const { problems } = await askGraphql(site, remove);
    expect(problems).toEqual([expect.stringContaining('1 contact has the status "VIP"')]);
  });

  it('nobody reads or writes without the permission that REST asks for', async () => {
    const list = '{ contactManagementContacts { email } }';
    const nothing = await tokenFor(site);
    const reader = await tokenFor(site, 'contact.find');
    for (const token of [null, nothing]) {
      const { data, problems } = await askGraphql(site, list, { token });
      expect(problems).toEqual(['Forbidden access']);
      expect(JSON.stringify(data)).not.toContain('@');
    }
    expect((await askGraphql(site, list, { token: reader })).problems).toEqual([]);
    const variables = { data: { email: 'thief@graph.test' } };
    const written = await askGraphql(site, CREATE, { token: reader, variables });
    expect(written.problems).toEqual(['Forbidden access']);
    const related = await askGraphql(site, '{ contactManagementContacts { status { name } } }', {
      token: reader,
    });
    expect(JSON.stringify(related.data)).not.toContain('vip');
  });

  it.each([
    ['its owner', '{ contactManagementContacts { owner { email } } }'],
    ['its author', '{ contactManagementContacts { createdBy { email } } }'],
    [
      'its owner’s password, by yes and no',
      '{ contactManagementContacts(filters: { owner: { password: { startsWith: "$2" } } }) { email } }',
    ],
    [
      'whose account can be taken over',
      '{ contactManagementContacts(filters: { createdBy: { resetPasswordToken: { notNull: true } } }) { email } }',
    ],
    ['the visitors', '{ contactManagementVisitors { key } }'],
    ['the activities', '{ contactManagementActivities { url } }'],
  ])('nobody reads %s', async (_what, query) => {
    const { data, problems } = await askGraphql(site, query);
    expect(data).toBeUndefined();
    expect(problems).toEqual([expect.stringMatching(/Cannot query field|is not defined by type/)]);
  });
});

describe('through GraphQL in the CMS edition', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await startSite({ prepare: addGraphql, config: { edition: 'cms' } });
  });
  afterAll(() => site.stop());

  it('contacts are there, statuses are not', async () => {
    const contacts = await askGraphql(site, '{ contactManagementContacts { email } }');
    expect(contacts).toEqual({ data: { contactManagementContacts: [] }, problems: [] });
    await documentsOf(site, CONTACT_UID).create({ data: { kind: 'anonymous' } });
    await documentsOf(site, CONTACT_UID).create({ data: { firstName: 'Known' } });
    const known = await askGraphql(site, '{ contactManagementContacts { firstName } }');
    expect(known.data).toEqual({ contactManagementContacts: [{ firstName: 'Known' }] });
    const statuses = await askGraphql(site, '{ contactManagementContactStatuses { name } }');
    expect(statuses.problems).toEqual([expect.stringContaining('Cannot query field')]);
    const mutation =
      'mutation { createContactManagementContactStatus(data: { name: "x", displayName: "X" }) { name } }';
    const made = await askGraphql(site, mutation);
    expect(made.problems).toEqual([expect.stringContaining('Cannot query field')]);
  });
});
