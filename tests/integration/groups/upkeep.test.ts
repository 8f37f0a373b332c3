/** What changes groups by condition besides visits and edits: time, definitions, merges, erasure, other servers. */
import { randomUUID } from 'node:crypto';
import { activities } from '../../../server/src/modules/activities';
import { contacts as contactsService } from '../../../server/src/modules/contacts';
import { upkeep } from '../../../server/src/modules/groups/service';
import { DAY, HOUR } from '../../../server/src/platform/clock';
import { startReindex } from '../../../server/src/platform/fields/reindex';
import { addField, ask } from '../../support/custom-fields';
import { accountsOf } from '../../support/accounts';
import { bought, dynamicOf, inCountry } from '../../support/dynamic-groups';
import { startSite, type TestSite } from '../../support/strapi';

describe('a group by condition', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await startSite();
  }, 60_000);
  afterAll(() => site.stop());
  afterEach(() => jest.restoreAllMocks());

  const on = () => ({ ...dynamicOf(site), ...accountsOf(site) });
  const lookAt = async (at: number) => {
    await upkeep(site.strapi).lookAt(at);
    await on().settled();
  };
  const did = async (contactId: number, occurredAt: number, type = 'purchase') => {
    await activities(site.strapi).append([{ eventId: randomUUID(), contactId, type, occurredAt }]);
    await on().settled();
  };

  it('lets go whose last time lies too far back, when that moment passes', async () => {
    const now = Date.now();
    const condition = { ...bought(1), window: { last: 7, unit: 'days' } };
    const group = await on().newDynamic('recent', condition);
    const [ann, bob] = [await on().newContact(), await on().newContact()];
    await did(ann.id, now - 6 * DAY);
    await did(bob.id, now - 2 * DAY);
    expect(await on().members(group)).toEqual([ann.id, bob.id]);
    await lookAt(now + HOUR);
    expect(await on().members(group)).toEqual([ann.id, bob.id]);
    await lookAt(now + DAY + HOUR);
    expect(await on().members(group)).toEqual([bob.id]);
    // A server that was down for a week makes up for it.
    await lookAt(now + 8 * DAY);
    expect(await on().members(group)).toEqual([]);
  });

  it('keeps its members and says why when a field it asks for is deleted, and goes on when it is back', async () => {
    const field = await addField(site, { name: 'tier', kind: 'text' });
    const path = `/custom-fields/${field.documentId}`;
    const gold = {
      ...{ type: 'attribute', field: 'customFields.tier' },
      ...{ operator: 'eq', value: 'gold' },
    };
    const group = await on().newDynamic('gold', gold);
    const ann = await on().newContact({ customFields: { tier: 'gold' } });
    await on().settled();
    expect(await on().members(group)).toEqual([ann.id]);
    const warned = jest.spyOn(site.strapi.log, 'warn').mockReturnValue(undefined as never);
    await ask(site, 'delete', path).expect(200);
    await lookAt(Date.now());
    const bob = await on().newContact();
    const eve = await on().newContact();
    await on().settled();
    expect(await on().members(group)).toEqual([ann.id]);
    const said = warned.mock.calls.filter(([line]) => JSON.stringify(line).includes('gold'));
    expect(said).toHaveLength(1);
    const view = await site.http
      .get(`/contact-management/contact-groups/${group.documentId}`)
      .set({ authorization: `Bearer ${site.adminToken}` });
    expect(view.body.data).toMatchObject({
      rebuildState: 'failed',
      problem: expect.stringMatching(/tier/),
    });
    await ask(site, 'post', `${path}/restore`).expect(200);
    await lookAt(Date.now());
    expect(await on().members(group)).toEqual([ann.id]);
    expect([bob.id, eve.id].every((id) => id > ann.id)).toBe(true);
    expect(await on().documents.findOne({ documentId: group.documentId })).toMatchObject({
      rebuildState: 'done',
    });
  });

  it('takes back in whom it lost while the values of a field were not indexed', async () => {
    await addField(site, { name: 'plan', kind: 'text' });
    const field = 'customFields.plan';
    const pro = { type: 'attribute', field, operator: 'eq', value: 'pro' };
    const ann = await on().newContact({ customFields: { plan: 'pro' } });
    await site.strapi.db.connection('cm_custom_values').delete();
    const group = await on().newDynamic('pro', pro);
    expect(await on().members(group)).toEqual([]);
    await startReindex(site.strapi, 'contact');
    await on().settled();
    expect(await on().members(group)).toEqual([ann.id]);
  });

  it('asks a joined contact with both histories, and keeps one of them', async () => {
    const group = await on().newDynamic('twice', bought(2, 'download'));
    const [ann, bob] = [await on().newContact(), await on().newContact()];
    await did(ann.id, Date.now(), 'download');
    await did(bob.id, Date.now(), 'download');
    expect(await on().members(group)).toEqual([]);
    await on().merge(ann, bob);
    await on().settled();
    expect(await on().members(group)).toEqual([bob.id]);
  });

  it('forgets who is erased, also while a rebuild is under way', async () => {
    const group = await on().newDynamic('erased', inCountry('AL'));
    const ann = await on().newContact({ country: 'AL' });
    await on().settled();
    await contactsService(site.strapi).erase([ann.documentId]);
    await on().settled();
    expect(await on().members(group)).toEqual([]);
    expect(await on().size(group)).toBe(0);
    for (const table of ['cm_recalculation', 'cm_group_history', 'cm_group_moves']) {
      const left = await site.strapi.db.getConnection(table).where('contact_id', ann.id);
      expect([table, left]).toEqual([table, []]);
    }
  });

  it('is settled by the next server when this one is killed with changes waiting', async () => {
    const group = await on().newDynamic('killed', inCountry('MK'));
    await site.strapi.plugin('contact-management').service('recalculation').stop();
    const ann = await on().newContact({ country: 'MK' });
    expect(await on().members(group)).toEqual([]);
    await site.restart();
    await on().settled();
    expect(await on().members(group)).toEqual([ann.id]);
  });
});

describe('a group by condition in the CMS edition', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await startSite({ config: { edition: 'cms' } });
  }, 60_000);
  afterAll(() => site.stop());

  it('is refused, and nothing waits to be worked out', async () => {
    const on = { ...dynamicOf(site), ...accountsOf(site) };
    await expect(
      on.newGroup('no-ems', { kind: 'dynamic', condition: inCountry('CZ') })
    ).rejects.toThrow(/EMS edition/);
    await on.newContact({ country: 'CZ' });
    expect(await site.strapi.db.getConnection('cm_recalculation')).toEqual([]);
  });
});
