/** Groups by condition are right as soon as what is waiting has been worked out. */
import { CONTACT_UID } from '../../../server/src/modules/contacts';
import { activities } from '../../../server/src/modules/activities';
import { accountsOf } from '../../support/accounts';
import { documentsOf, type Entry } from '../../support/documents';
import { bought, dynamicOf, inCountry } from '../../support/dynamic-groups';
import { startSite, type TestSite } from '../../support/strapi';
import { collect, contactOf, event } from '../../support/visits';
import { randomUUID } from 'node:crypto';

describe('a group by condition', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await startSite();
  }, 60_000);
  afterAll(() => site.stop());

  const on = () => ({ ...dynamicOf(site), ...accountsOf(site) });
  const contacts = () => documentsOf(site, CONTACT_UID);
  const change = async (contact: Entry, data: object) => {
    await contacts().update({ documentId: contact.documentId, data });
    await on().settled();
  };

  it('has everybody who matches when it is made, and who comes to match or not later', async () => {
    const ann = await on().newContact({ country: 'CZ' });
    const bob = await on().newContact({ country: 'DE' });
    const group = await on().newDynamic('czech', inCountry('CZ'));
    expect(await on().members(group)).toEqual([ann.id]);
    expect(await on().size(group)).toBe(1);
    await change(bob, { country: 'CZ' });
    expect(await on().members(group)).toEqual([ann.id, bob.id]);
    await change(ann, { country: 'SK' });
    expect(await on().members(group)).toEqual([bob.id]);
    expect(await on().size(group)).toBe(1);
  });

  it('has a visitor who has just done what it asks for', async () => {
    const group = await on().newDynamic('buyers', bought(2));
    const visitor = randomUUID();
    const buy = () => collect(site, { visitor, events: [event({ type: 'purchase' })] });
    await buy().expect(202);
    await on().settled();
    expect(await on().members(group)).toEqual([]);
    await buy().expect(202);
    await on().settled();
    const { id } = await contactOf(site, visitor);
    expect(await on().members(group)).toEqual([id]);
  });

  it('is not asked when nothing has changed that it asks for', async () => {
    await on().newDynamic('by-country', inCountry('PL'));
    await on().newDynamic('by-purchase', bought(7));
    const ann = await on().newContact({ country: 'CZ' });
    await on().settled();
    const before = on().evaluations();
    await change(ann, { country: 'PL' });
    const between = on().evaluations();
    expect(between['group:by-country']).toBe((before['group:by-country'] ?? 0) + 1);
    expect(between['group:by-purchase']).toBe(before['group:by-purchase']);
    await activities(site.strapi).append([
      { eventId: randomUUID(), contactId: ann.id, type: 'purchase' },
    ]);
    await on().settled();
    const after = on().evaluations();
    expect(after['group:by-country']).toBe(between['group:by-country']);
    expect(after['group:by-purchase']).toBe((between['group:by-purchase'] ?? 0) + 1);
  });

  it('keeps who is in by hand as well, and out who is excluded', async () => {
    const group = await on().newDynamic('ways', inCountry('AT'));
    const ann = await on().newContact({ country: 'AT' });
    const bob = await on().newContact({ country: 'AT' });
    await on().settled();
    await on()
      .service()
      .add(group.documentId, { contacts: [ann.documentId] });
    await on().service().exclude(group.documentId, [bob.documentId]);
    expect(await on().members(group)).toEqual([ann.id]);
    await change(ann, { country: 'IT' });
    expect(await on().members(group)).toEqual([ann.id]);
    await on()
      .service()
      .remove(group.documentId, { contacts: [ann.documentId] });
    expect(await on().members(group)).toEqual([]);
    await on().service().takeBackExclusion(group.documentId, [bob.documentId]);
    expect(await on().members(group)).toEqual([bob.id]);
    expect(await on().size(group)).toBe(1);
  });

  it('settles what asks for it', async () => {
    const inner = await on().newDynamic('inner', inCountry('HU'));
    const outer = await on().newDynamic('outer', { type: 'group', group: 'inner' });
    const rest = await on().newDynamic('rest', {
      type: 'all',
      rules: [inCountry('HU', 'RO'), { type: 'not', rule: { type: 'group', group: 'outer' } }],
    });
    const ann = await on().newContact({ country: 'HU' });
    await on().settled();
    expect(await on().members(inner)).toEqual([ann.id]);
    expect(await on().members(outer)).toEqual([ann.id]);
    expect(await on().members(rest)).toEqual([]);
    await change(ann, { country: 'RO' });
    expect(await on().members(outer)).toEqual([]);
    expect(await on().members(rest)).toEqual([ann.id]);
  });

  it('follows accounts, and what is done in them', async () => {
    const industry = {
      type: 'account',
      where: [{ field: 'industry', operator: 'eq', value: 'steel' }],
    };
    const steel = await on().newDynamic('steel', industry);
    const together = await on().newDynamic('together', {
      type: 'accountActivity',
      activity: 'download',
      operator: 'atLeast',
      count: 1,
    });
    const account = await on().newAccount('Mill', { industry: 'wool' });
    const ann = await on().newContact();
    const bob = await on().newContact();
    await on().join(account, ann);
    await on().join(account, bob);
    await on().settled();
    expect(await on().members(steel)).toEqual([]);
    await on().accounts.update({ documentId: account.documentId, data: { industry: 'steel' } });
    await activities(site.strapi).append([
      { eventId: randomUUID(), contactId: ann.id, type: 'download' },
    ]);
    await on().settled();
    expect(await on().members(steel)).toEqual([ann.id, bob.id]);
    expect(await on().members(together)).toEqual([ann.id, bob.id]);
  });
});
