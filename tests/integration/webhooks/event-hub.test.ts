/** The plugin's events on Strapi's event hub, for a site's own code. */
import type { HubEvent } from '../../../server/src/modules/webhooks';
import { contacts } from '../../../server/src/modules/contacts';
import { events } from '../../../server/src/platform/plugin';
import { accountsOf } from '../../support/accounts';
import { groupsOf } from '../../support/groups';
import { startSite, type TestSite } from '../../support/strapi';
import { startReceiver } from '../../support/webhook-receiver';
import { createWebhook } from '../../support/webhooks';

const CONTACT = 'plugin::contact-management.contact';

describe("Strapi's event hub", () => {
  let site: TestSite;
  let heard: HubEvent[] = [];
  const listen = (type: string, listener: (event: HubEvent) => unknown) =>
    site.strapi.eventHub.on(`contact-management.${type}`, listener as never);

  beforeAll(async () => {
    site = await startSite({ config: { webhooks: { allowPrivateAddresses: true } } });
    for (const type of ['created', 'updated', 'state-changed', 'merged', 'deleted']) {
      listen(`contact.${type}`, (event) => heard.push(event));
    }
  });
  beforeEach(() => {
    heard = [];
  });
  afterAll(() => site.stop());

  it('tells what happened to a contact, from its making to its end', async () => {
    const { documentId } = await site.strapi
      .documents(CONTACT)
      .create({ data: { email: 'hub@hooks.test' } as never });
    await site.strapi
      .documents(CONTACT)
      .update({ documentId, data: { state: 'partner', firstName: 'Hub' } as never });
    await contacts(site.strapi).erase([documentId]);
    const at = expect.stringMatching(/Z$/);
    expect(heard).toEqual([
      { type: 'contact.created', at, data: [{ documentId }] },
      {
        type: 'contact.state-changed',
        at,
        data: [{ documentId, from: 'prospect', to: 'partner', by: 'site', why: '' }],
      },
      {
        type: 'contact.updated',
        at,
        data: [{ documentId, changedFields: expect.arrayContaining(['firstName', 'state']) }],
      },
      { type: 'contact.deleted', at, data: [{ documentId }] },
    ]);
  });

  it('tells of a merge under the contact that stays', async () => {
    const into = await site.strapi
      .documents(CONTACT)
      .create({ data: { email: 'stays@hooks.test' } as never });
    heard = [];
    await events(site.strapi).emit('contact.merged', {
      fromDocumentId: 'gone',
      intoContactId: Number(into.id),
      intoDocumentId: into.documentId,
      reason: 'same e-mail',
    });
    expect(heard).toMatchObject([
      {
        type: 'contact.merged',
        data: [{ documentId: into.documentId, mergedFrom: 'gone', reason: 'same e-mail' }],
      },
    ]);
    expect(JSON.stringify(heard)).not.toContain('contactId');
  });

  it('tells of accounts, and a webhook what they are', async () => {
    const receiver = await startReceiver();
    await createWebhook(site, receiver.url, ['account.created', 'account.updated']);
    const accounts = site.strapi.documents('plugin::contact-management.account');
    listen('account.updated', (event) => heard.push(event));
    const { documentId } = await accounts.create({ data: { name: 'Hook & Co.' } as never });
    await accounts.update({ documentId, data: { industry: 'fishing' } as never });
    expect(heard).toMatchObject([{ data: [{ documentId, changedFields: ['industry'] }] }]);
    const { payload } = await receiver.next(({ payload: { type } }) => type === 'account.updated');
    expect(payload.data).toEqual([
      {
        documentId,
        name: 'Hook & Co.',
        industry: 'fishing',
        accountType: null,
        website: null,
        country: null,
        status: null,
        changedFields: ['industry'],
      },
    ]);
    await receiver.close();
  });

  it('tells of memberships and groups who is in what, under document ids', async () => {
    const { newContact, newAccount, newRole, join, memberships, accounts } = accountsOf(site);
    const { newGroup, service, documents } = groupsOf(site);
    const receiver = await startReceiver();
    const told = [
      ...['membership.started', 'membership.updated', 'membership.ended'],
      ...['group.member-added', 'group.member-removed', 'group.deleted'],
    ];
    await createWebhook(site, receiver.url, told);
    for (const type of told) listen(type, (event) => heard.push(event));
    const [contact, account] = [
      await newContact({ firstName: 'Meg', email: 'meg@hooks.test' }),
      await newAccount('Hooked Ltd'),
    ];
    const group = await newGroup('hooked');
    const role = await newRole('hook-buyer');
    await service().add(group.documentId, { accounts: [account.documentId] });
    heard = [];
    const membership = await join(account, contact, { role: role.documentId });
    await memberships.update({
      documentId: membership.documentId,
      data: { jobTitle: 'Buyer' },
    });
    await service().exclude(group.documentId, [contact.documentId]);
    await memberships.delete({ documentId: membership.documentId });
    await documents.delete({ documentId: group.documentId });
    const who = { documentId: contact.documentId };
    const where = { documentId: account.documentId };
    const ofMembership = { documentId: membership.documentId, contact: who, account: where };
    const inGroup = { ...who, group: { documentId: group.documentId, name: 'hooked' } };
    expect(heard.map(({ type, data }) => [type, data])).toEqual([
      ['group.member-added', [inGroup]],
      ['membership.started', [ofMembership]],
      ['membership.updated', [{ ...ofMembership, changedFields: ['jobTitle'] }]],
      ['group.member-removed', [inGroup]],
      ['membership.ended', [ofMembership]],
      ['group.deleted', [{ documentId: group.documentId, name: 'hooked' }]],
    ]);
    expect(JSON.stringify(heard)).not.toMatch(/contactId|accountId|groupId|membershipId/);
    const sent = async (type: string) =>
      (await receiver.next(({ payload }) => payload.type === type)).payload.data;
    expect(await sent('group.member-added')).toMatchObject([
      { ...inGroup, email: 'meg@hooks.test', displayName: 'Meg' },
    ]);
    expect(await sent('membership.updated')).toMatchObject([
      {
        documentId: membership.documentId,
        contact: { ...who, email: 'meg@hooks.test' },
        account: { ...where, name: 'Hooked Ltd' },
        ...{ role: 'hook-buyer', jobTitle: 'Buyer', since: null, until: null, isPrimary: false },
        changedFields: ['jobTitle'],
      },
    ]);
    expect(await sent('membership.ended')).toMatchObject([
      { documentId: membership.documentId, contact: who, account: { name: 'Hooked Ltd' } },
    ]);
    await join(account, contact);
    await site.http
      .delete(`/api/contact-management/accounts/${account.documentId}?force=true`)
      .set({ authorization: `Bearer ${site.apiToken}` })
      .expect(204);
    expect(heard.at(-1)).toMatchObject({ type: 'membership.ended', data: [{ account: null }] });
    expect(await accounts.findOne({ documentId: account.documentId })).toBeNull();
    await receiver.close();
  });

  it.each([
    ['throws', () => Promise.reject(new Error('listener'))],
    ['never answers', () => new Promise(() => undefined)],
  ])('holds nothing up when a listener %s', async (name, listener) => {
    const off = listen('contact.created', listener);
    const receiver = await startReceiver();
    await createWebhook(site, receiver.url, ['contact.created']);
    const email = `${name.replaceAll(' ', '-')}@hooks.test`;
    await site.strapi.documents(CONTACT).create({ data: { email } as never });
    const { payload } = await receiver.next(({ payload: { data } }) => data[0]?.email === email);
    expect(payload.type).toBe('contact.created');
    off();
    await receiver.close();
  });
});
