/** Groups that ask for groups: no circles, and none goes from under another. */
import {
  CONTACT_GROUP_UID,
  forgetUses,
  keepUses,
  lockUses,
} from '../../../server/src/modules/groups';
import { inTransaction } from '../../../server/src/platform/transaction';
import { asAdmin } from '../../support/admin-roles';
import { doorsOf } from '../../support/doors';
import type { Entry } from '../../support/documents';
import { dynamicOf, inCountry } from '../../support/dynamic-groups';
import { startSite, type TestSite } from '../../support/strapi';

describe('a group that another one asks for', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await startSite();
  }, 60_000);
  afterAll(() => site.stop());

  const on = () => dynamicOf(site);
  const inGroup = (group: string) => ({ type: 'group', group });
  const change = (group: Entry, data: object) =>
    on().documents.update({ documentId: group.documentId, data });
  const doors = () =>
    doorsOf(site, { uid: CONTACT_GROUP_UID, path: 'contact-groups', graphql: 'ContactGroup' });

  it('has to exist', async () => {
    await expect(
      on().newGroup('asking-nobody', { kind: 'dynamic', condition: inGroup('nowhere') })
    ).rejects.toThrow(/no group with the code nowhere/);
  });

  it('does not ask in turn for that one, nor for itself', async () => {
    const vip = await on().newDynamic('vip', inCountry('CZ'));
    await on().newDynamic('hot', { type: 'not', rule: inGroup('vip') });
    await on().newDynamic('warm', inGroup('hot'));
    for (const door of doors().filter(({ name }) => name !== 'GraphQL')) {
      await expect(door.update(vip.documentId, { condition: inGroup('warm') })).rejects.toThrow(
        /vip → warm → hot → vip/
      );
    }
    await expect(change(vip, { condition: inGroup('vip') })).rejects.toThrow(/vip → vip/);
    await change(vip, { condition: inCountry('SK') });
  });

  it('cannot come to ask for it at the same moment', async () => {
    const one = await on().newDynamic('one', inCountry('CZ'));
    const two = await on().newDynamic('two', inCountry('CZ'));
    const ends = await Promise.allSettled([
      change(one, { condition: inGroup('two') }),
      change(two, { condition: inGroup('one') }),
    ]);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = ends.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(String(refused.reason)).toMatch(/→/);
  });

  it('is neither deleted nor given another code, and says by whom', async () => {
    const used = await on().newDynamic('used', inCountry('CZ'));
    const user = await on().newDynamic('user', inGroup('used'), { displayName: 'Our user' });
    const sentence = /The group "used" is asked for by the group "Our user"/;
    await expect(on().documents.delete({ documentId: used.documentId })).rejects.toThrow(sentence);
    await expect(change(used, { name: 'other' })).rejects.toThrow(sentence);
    const path = `/contact-management/contact-groups/${used.documentId}`;
    const refused = await site.http.delete(path).set(asAdmin(site.adminToken)).expect(409);
    expect(refused.body.error.message).toMatch(sentence);
    const { body } = await site.http.get(`${path}/used-by`).set(asAdmin(site.adminToken));
    expect(body.data.users).toEqual([
      { kind: 'group', documentId: user.documentId, name: 'user', displayName: 'Our user' },
    ]);
    await change(user, { name: 'renamed-user', displayName: 'Renamed' });
    await expect(change(used, { name: 'other' })).rejects.toThrow(/the group "Renamed"/);
    await change(user, { condition: inCountry('CZ') });
    await change(used, { name: 'other' });
    await on().documents.delete({ documentId: used.documentId });
  });

  it('is used by what other modules say', async () => {
    const used = await on().newDynamic('scored', inCountry('CZ'));
    const score = { kind: 'score', code: 'warmth', documentId: null, title: 'Warmth' };
    await inTransaction(site.strapi, async (trx) => {
      await lockUses(site.strapi, trx);
      await keepUses(site.strapi, trx, score, { groups: ['scored'], scores: [] });
    });
    await expect(on().documents.delete({ documentId: used.documentId })).rejects.toThrow(
      /the score "Warmth"/
    );
    const scored = { type: 'score', score: 'warmth', operator: 'gt', value: 1 };
    await expect(change(used, { condition: scored })).rejects.toThrow(
      /scored → score warmth → scored/
    );
    await inTransaction(site.strapi, async (trx) => {
      await lockUses(site.strapi, trx);
      await forgetUses(site.strapi, trx, score);
    });
    await on().documents.delete({ documentId: used.documentId });
  });
});
