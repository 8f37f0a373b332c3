/** Who is in a group: by hand, by an account, and not at all while excluded. */
import { errors } from '@strapi/utils';
import { accountsOf } from '../../support/accounts';
import { bulkOf } from '../../support/bulk';
import type { Entry } from '../../support/documents';
import { groupsOf, type Place } from '../../support/groups';
import { startSite, type TestSite } from '../../support/strapi';

jest.setTimeout(180_000);

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

const on = () => ({ ...accountsOf(site), ...groupsOf(site) });
const { bulk, undo } = bulkOf(() => site);

interface Scene {
  group: Entry;
  contact: Entry;
  account: Entry;
}

let scenes = 0;
/** A contact in an account, and a group that has neither. */
const scene = async (): Promise<Scene> => {
  scenes += 1;
  const [group, contact, account] = [
    await on().newGroup(`scene-${scenes}`),
    await on().newContact({ firstName: 'Ann' }),
    await on().newAccount(`Acme ${scenes}`),
  ];
  await on().join(account, contact);
  return { group, contact, account };
};

type Step = (scene: Scene) => Promise<unknown>;
const ids = ({ documentId }: Entry) => [documentId];
const steps: Record<string, Step> = {
  join: ({ group, contact }) =>
    on()
      .service()
      .add(group.documentId, { contacts: ids(contact) }),
  leave: ({ group, contact }) =>
    on()
      .service()
      .remove(group.documentId, { contacts: ids(contact) }),
  exclude: ({ group, contact }) => on().service().exclude(group.documentId, ids(contact)),
  'take back': ({ group, contact }) =>
    on().service().takeBackExclusion(group.documentId, ids(contact)),
  'add account': ({ group, account }) =>
    on()
      .service()
      .add(group.documentId, { accounts: ids(account) }),
  'take account': ({ group, account }) =>
    on()
      .service()
      .remove(group.documentId, { accounts: ids(account) }),
  'end membership': async ({ account }) => {
    const [membership] = await on().memberships.findMany({ filters: { account: account.id } });
    await on().memberships.update({
      documentId: String(membership?.documentId),
      data: { until: '2020-01-01' },
    });
  },
  'renew membership': async ({ account }) => {
    const [membership] = await on().memberships.findMany({ filters: { account: account.id } });
    await on().memberships.update({
      documentId: String(membership?.documentId),
      data: { until: null },
    });
  },
  'delete membership': async ({ account }) => {
    const [membership] = await on().memberships.findMany({ filters: { account: account.id } });
    await on().memberships.delete({ documentId: String(membership?.documentId) });
  },
  'delete account': ({ account }) =>
    site.http
      .delete(`/api/contact-management/accounts/${account.documentId}?force=true`)
      .set({ authorization: `Bearer ${site.apiToken}` })
      .expect(204),
};

const hand: Place = { byAccount: false, byHand: true, excluded: false };
const account: Place = { byAccount: true, byHand: false, excluded: false };
const both: Place = { byAccount: true, byHand: true, excluded: false };
const out = (place: Place): Place => ({ ...place, excluded: true });
const justOut: Place = { byAccount: false, byHand: false, excluded: true };

describe('a contact and a group', () => {
  it.each<[string, Place | null]>([
    ['join', hand],
    ['join, join', hand],
    ['join, leave', null],
    ['leave', null],
    ['add account', account],
    ['add account, add account', account],
    ['add account, take account', null],
    ['add account, leave', account],
    ['add account, end membership', null],
    ['add account, end membership, renew membership', account],
    ['end membership, add account', null],
    ['add account, delete membership', null],
    ['add account, delete account', null],
    ['join, add account', both],
    ['add account, join', both],
    ['join, add account, leave', account],
    ['join, add account, take account', hand],
    ['join, add account, end membership', hand],
    ['join, add account, delete account', hand],
    ['join, add account, leave, take account', null],
    ['exclude', justOut],
    ['exclude, join', out(hand)],
    ['exclude, add account', out(account)],
    ['join, exclude', out(hand)],
    ['join, exclude, leave', justOut],
    ['add account, exclude', out(account)],
    ['add account, exclude, take account', justOut],
    ['add account, exclude, end membership', justOut],
    ['exclude, take back', null],
    ['exclude, join, take back', hand],
    ['exclude, add account, take back', account],
    ['join, exclude, leave, take back', null],
    ['take back', null],
    ['join, take back', hand],
  ])('%s', async (names, expected) => {
    const scenery = await scene();
    for (const name of names.split(', ')) await steps[name]?.(scenery);
    expect(await on().place(scenery.group, scenery.contact)).toEqual(expected);
    expect(await on().size(scenery.group)).toBe(expected && !expected.excluded ? 1 : 0);
  });
});

describe('a group with an account', () => {
  it('takes in who joins the account later', async () => {
    const { group, account: acme, contact } = await scene();
    await on()
      .service()
      .add(group.documentId, { accounts: ids(acme) });
    const late = await on().newContact({ firstName: 'Late' });
    await on().join(acme, late);
    expect(await on().members(group)).toEqual([contact.id, late.id]);
    expect(await on().size(group)).toBe(2);
  });

  it('keeps who is in by another of its accounts', async () => {
    const { group, account: acme, contact } = await scene();
    const beta = await on().newAccount('Beta');
    await on().join(beta, contact);
    await on()
      .service()
      .add(group.documentId, { accounts: [...ids(acme), ...ids(beta)] });
    await on()
      .service()
      .remove(group.documentId, { accounts: ids(acme) });
    expect(await on().place(group, contact)).toEqual(account);
    await on()
      .service()
      .remove(group.documentId, { accounts: ids(beta) });
    expect(await on().place(group, contact)).toBeNull();
  });

  it('is brought in line by the hourly check when a last day has passed by itself', async () => {
    const { group, account: acme, contact } = await scene();
    await on()
      .service()
      .add(group.documentId, { accounts: ids(acme) });
    await site.strapi.db
      .getConnection('cm_account_memberships')
      .where('account_id', acme.id)
      .update({ until: '2020-01-01' });
    expect(await on().members(group)).toEqual([contact.id]);
    await on().recheck();
    expect(await on().members(group)).toEqual([]);
    expect(await on().size(group)).toBe(0);
  });

  it('is brought in line by the hourly check also when it holds no account any more', async () => {
    const { group, account: acme, contact } = await scene();
    const byHand = await on().newContact();
    await on()
      .service()
      .add(group.documentId, { contacts: ids(byHand), accounts: ids(acme) });
    await site.strapi.db.getConnection('cm_group_accounts').where('group_id', group.id).delete();
    expect(await on().members(group)).toEqual([contact.id, byHand.id]);
    await on().recheck();
    expect(await on().members(group)).toEqual([byHand.id]);
    expect(await on().size(group)).toBe(1);
  });
});

describe('a contact that goes and comes back', () => {
  it.each<[string, string, Place | null]>([
    ['add account', '', account],
    ['add account', 'take account', null],
    ['add account', 'delete account', null],
    ['', 'add account', account],
    ['join, add account', 'take account', hand],
    ['join', 'add account', both],
    ['add account, exclude', 'take account', justOut],
    ['exclude', 'add account', out(account)],
  ])('is where the accounts of then say: %s; meanwhile %s', async (before, meanwhile, expected) => {
    const scenery = await scene();
    const { group, contact } = scenery;
    const play = async (names: string) => {
      for (const name of names.split(', ').filter(Boolean)) await steps[name]?.(scenery);
    };
    await play(before);
    const deletion = { action: 'delete', selection: { documentIds: ids(contact) } };
    const { batchId } = await bulk(deletion);
    await play(meanwhile);
    await undo(batchId);
    expect(await on().place(group, contact)).toEqual(expected);
    expect(await on().size(group)).toBe(expected && !expected.excluded ? 1 : 0);
  });
});

describe('a contact that goes', () => {
  it('leaves its groups, whose sizes are counted again', async () => {
    const { group, contact } = await scene();
    const other = await on().newContact();
    await on()
      .service()
      .add(group.documentId, { contacts: [...ids(contact), ...ids(other)] });
    await site.http
      .delete(`/api/contact-management/contacts/${contact.documentId}`)
      .set({ authorization: `Bearer ${site.apiToken}` })
      .expect(204);
    expect(await on().members(group)).toEqual([other.id]);
    expect(await on().size(group)).toBe(1);
  });

  it.each<[string, string, string, Place | null]>([
    ['a member and a stranger', 'join', '', hand],
    ['two members in different ways', 'join', 'add account', both],
    ['an excluded one and a member', 'exclude', 'join', out(hand)],
    ['a member and an excluded one', 'join', 'exclude', out(hand)],
  ])('hands its places over when it is merged: %s', async (_name, theirs, ours, expected) => {
    const { group, contact: from } = await scene();
    const into = { ...(await scene()), group };
    const play = async (names: string, who: Scene) => {
      for (const name of names.split(', ').filter(Boolean)) await steps[name]?.(who);
    };
    await play(theirs, { ...into, contact: from });
    await play(ours, into);
    await on().merge(from, into.contact);
    expect(await on().place(group, into.contact)).toEqual(expected);
    expect(await on().place(group, from)).toBeNull();
    expect(await on().size(group)).toBe(expected && !expected.excluded ? 1 : 0);
  });
});

describe('the service', () => {
  const LIST = 'contacts must be a list of document ids';

  it.each<[string, unknown, string]>([
    ['a text', { contacts: 'abc' }, LIST],
    ['row numbers', { contacts: [1] }, LIST],
    ['an object', { accounts: {} }, 'accounts must be a list of document ids'],
    ['a list alone', ['abc'], 'Give what is meant as { contacts, accounts }'],
    ['nothing', undefined, 'Give what is meant as { contacts, accounts }'],
    [
      'a misspelt name',
      { contact: ['abc'] },
      'A group has no "contact": it holds contacts and accounts, and no other groups',
    ],
    [
      'more than 10,000 ids',
      { contacts: Array.from({ length: 10_001 }, (_, at) => `x${at}`) },
      'One request can name at most 10,000 contacts and accounts, not 10,001',
    ],
  ])('refuses %s with a sentence', async (_name, members, sentence) => {
    const { group } = await scene();
    const service = on().service();
    for (const change of ['add', 'remove'] as const) {
      await expect(service[change](group.documentId, members as never)).rejects.toThrow(
        new errors.ValidationError(sentence)
      );
    }
  });

  it('refuses them where only contacts can be named', async () => {
    const { group } = await scene();
    const service = on().service();
    for (const change of ['exclude', 'takeBackExclusion'] as const) {
      await expect(service[change](group.documentId, 'abc' as never)).rejects.toThrow(
        new errors.ValidationError(LIST)
      );
    }
  });

  it('changes nothing where nobody is named', async () => {
    const { group } = await scene();
    expect(await on().service().add(group.documentId, { contacts: [] })).toEqual({
      added: 0,
      removed: 0,
      size: 0,
    });
  });
});

describe('a group that is deleted', () => {
  it('takes its members and accounts with it', async () => {
    const { group, contact, account: acme } = await scene();
    await on()
      .service()
      .add(group.documentId, { contacts: ids(contact), accounts: ids(acme) });
    await on().documents.delete({ documentId: group.documentId });
    expect(await on().members(group)).toEqual([]);
    const accounts: unknown[] = await site.strapi.db
      .getConnection('cm_group_accounts')
      .where('group_id', group.id);
    expect(accounts).toEqual([]);
  });
});
