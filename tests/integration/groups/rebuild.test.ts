/** A rebuild asks all contacts, can be stopped and gone on with, and does not overtake what changes meanwhile. */
import { CONTACT_UID } from '../../../server/src/modules/contacts';
import { rebuildGroup } from '../../../server/src/modules/groups/dynamic/rebuild';
import { beginRebuild } from '../../../server/src/modules/groups/dynamic/rebuild-steps';
import { upkeep } from '../../../server/src/modules/groups/service';
import type { JobProgress } from '../../../server/src/platform/jobs/contract';
import { jobRows } from '../../../server/src/platform/jobs/table';
import { accountsOf } from '../../support/accounts';
import { documentsOf, type Entry } from '../../support/documents';
import { dynamicOf, inCountry } from '../../support/dynamic-groups';
import { startSite, type TestSite } from '../../support/strapi';

const MORE_THAN_A_RANGE = 25_000;
const START: JobProgress = { done: 0, failed: 0, total: null, position: null };

describe('a rebuild', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await startSite();
  }, 60_000);
  afterAll(() => site.stop());

  const on = () => ({ ...dynamicOf(site), ...accountsOf(site) });
  const move = (contact: Entry, country: string) =>
    documentsOf(site, CONTACT_UID).update({ documentId: contact.documentId, data: { country } });
  /** Past every guard, so that nothing hears of it. */
  const moveUnheard = async (contact: Entry, country: string) => {
    await site.strapi.db.getConnection('cm_contacts').where('id', contact.id).update({ country });
  };
  const stored = async (group: Entry) => on().documents.findOne({ documentId: group.documentId });
  const rebuild = async (
    group: Entry,
    { progress = START, onReport }: { progress?: JobProgress; onReport?: () => Promise<void> } = {}
  ) => {
    const stop = new AbortController();
    const reports: JobProgress[] = [];
    const result = await rebuildGroup({
      strapi: site.strapi,
      payload: { groupId: group.id },
      progress,
      report: async (one) => {
        reports.push(structuredClone(one));
        await onReport?.();
      },
      signal: stop.signal,
    });
    return { result, reports };
  };
  const scratch = async (group: Entry) => {
    const count = async (table: string) =>
      (await site.strapi.db.getConnection(table).where('group_id', group.id)).length;
    return [await count('cm_group_moves'), await count('cm_group_touched')];
  };

  it('brings everybody in line whom nobody heard of, and tells how many', async () => {
    const [ann, bob, eve] = [
      await on().newContact({ country: 'CZ' }),
      await on().newContact({ country: 'CZ' }),
      await on().newContact({ country: 'DE' }),
    ];
    const group = await on().newDynamic('all-asked', inCountry('CZ'));
    await moveUnheard(ann, 'DE');
    await moveUnheard(eve, 'CZ');
    const { result, reports } = await rebuild(group);
    expect(result).toEqual({ added: 1, removed: 1 });
    expect(reports.at(-1)).toMatchObject({ done: eve.id, total: eve.id });
    expect(await on().members(group)).toEqual([bob.id, eve.id]);
    expect(await on().size(group)).toBe(2);
    expect(await stored(group)).toMatchObject({ rebuildState: 'done' });
    expect(await scratch(group)).toEqual([0, 0]);
  });

  it('leaves alone who was worked out since it began', async () => {
    const ann = await on().newContact({ country: 'FR' });
    const bob = await on().newContact({ country: 'BE' });
    const group = await on().newDynamic('overtaken', inCountry('FR'));
    const begun = await beginRebuild(site.strapi, group.id);
    await move(ann, 'BE');
    await move(bob, 'FR');
    await on().settled();
    expect(await on().members(group)).toEqual([bob.id]);
    const progress = { ...START, position: { rebuild: begun, after: 0, added: 0, removed: 0 } };
    expect((await rebuild(group, { progress })).result).toEqual({ added: 0, removed: 0 });
    expect(await on().members(group)).toEqual([bob.id]);
    expect(await scratch(group)).toEqual([0, 0]);
  });

  it('goes on where it was cut off', async () => {
    const ann = await on().newContact({ country: 'LU' });
    const group = await on().newDynamic('cut-off', inCountry('LU'));
    const begun = await beginRebuild(site.strapi, group.id);
    await moveUnheard(ann, 'NL');
    const position = { rebuild: begun, after: 0, added: 5, removed: 0 };
    const { result } = await rebuild(group, { progress: { ...START, position } });
    // What was found when it began counts: it was not asked again.
    expect(result).toEqual({ added: 5, removed: 0 });
    expect(await on().members(group)).toEqual([ann.id]);
    const again = await rebuild(group, { progress: { ...START, position } });
    expect(again.result).toEqual({ added: 0, removed: 1 });
    expect(await on().members(group)).toEqual([]);
  });

  it('goes through many in ranges, and through few among many in one', async () => {
    const rows = Array.from({ length: MORE_THAN_A_RANGE }, (_, at) => ({
      ...{ document_id: `many-${at}`, kind: 'known', state: 'prospect', subscription: 'none' },
      ...{ monitored: true, country: at % 1_000 === 0 ? 'IS' : 'GR' },
    }));
    await site.strapi.db.connection.batchInsert('cm_contacts', rows, 500);
    const many = await on().newDynamic('many', inCountry('GR'));
    const few = await on().newDynamic('few', inCountry('IS'));
    await on().settled();
    const isBetween = ({ position }: JobProgress) => (position as { after: number }).after > 0;
    expect(await on().size(many)).toBe(MORE_THAN_A_RANGE - MORE_THAN_A_RANGE / 1_000);
    await site.strapi.db.getConnection('cm_group_members').where('group_id', many.id).delete();
    const ofMany = await rebuild(many);
    const size = await on().size(many);
    expect(ofMany.result).toEqual({ added: size, removed: 0 });
    expect(await on().members(many)).toHaveLength(Number(size));
    expect(ofMany.reports.filter(isBetween).length).toBeGreaterThan(1);
    const ofFew = await rebuild(few);
    expect(ofFew.result).toEqual({ added: 0, removed: 0 });
    expect(ofFew.reports.filter(isBetween)).toHaveLength(1);
    await site.strapi.db.getConnection('cm_contacts').where('country', 'GR').delete();
  });

  it('gives way to a later one', async () => {
    await on().newContact({ country: 'MT' });
    const group = await on().newDynamic('given-way', inCountry('MT'));
    let later: unknown;
    const { result } = await rebuild(group, {
      onReport: async () => {
        later ??= await beginRebuild(site.strapi, group.id);
      },
    });
    expect(result).toEqual({ superseded: true });
    const position = { rebuild: later, after: 0, added: 0, removed: 0 };
    expect((await rebuild(group, { progress: { ...START, position } })).result).toMatchObject({
      added: 0,
    });
    expect(await stored(group)).toMatchObject({ rebuildState: 'done' });
  });

  it('that was stopped for good is said to have been, and leaves nothing behind', async () => {
    await on().newContact({ country: 'CY' });
    const group = await on().newDynamic('stopped', inCountry('CY'));
    await beginRebuild(site.strapi, group.id);
    await upkeep(site.strapi).lookAt(Date.now());
    expect(await stored(group)).toMatchObject({ rebuildState: 'failed' });
    expect(await scratch(group)).toEqual([0, 0]);
    const row = await site.strapi.db
      .getConnection('cm_group_upkeep')
      .where('group_id', group.id)
      .first();
    expect(row.problem).toMatch(/did not come to its end/);
  });

  it('that was stopped while it waited is not begun again', async () => {
    const group = await on().newDynamic('stopped-waiting', inCountry('MC'));
    await on().settled();
    const connection = site.strapi.db.connection;
    const [job] = await connection('cm_jobs').where('name', 'groups.rebuild').orderBy('id', 'desc');
    await connection('cm_jobs').where('id', job.id).update({ status: 'cancelled' });
    await connection('cm_contact_groups').where('id', group.id).update({ rebuild_state: 'queued' });
    await upkeep(site.strapi).lookAt(Date.now());
    expect(await stored(group)).toMatchObject({ rebuildState: 'failed' });
    // What is asked for later has nothing to do with that.
    await connection('cm_contact_groups').where('id', group.id).update({ rebuild_state: 'queued' });
    await upkeep(site.strapi).lookAt(Date.now());
    await on().settled();
    expect(await stored(group)).toMatchObject({ rebuildState: 'done' });
  });

  it('that was saved but never queued is queued at the next look', async () => {
    const ann = await on().newContact({ country: 'HR' });
    const group = await on().newDynamic('never-queued', inCountry('SI'));
    await moveUnheard(ann, 'SI');
    await site.strapi.db
      .getConnection('cm_contact_groups')
      .where('id', group.id)
      .update({ rebuild_state: 'queued' });
    await upkeep(site.strapi).lookAt(Date.now());
    await on().settled();
    expect(await on().members(group)).toEqual([ann.id]);
  });

  it('does nothing for a group that is disabled or gone', async () => {
    const group = await on().newDynamic('off', inCountry('EE'), { enabled: false });
    expect((await rebuild(group)).result).toEqual({ skipped: true });
    await on().documents.delete({ documentId: group.documentId });
    expect((await rebuild(group)).result).toEqual({ skipped: true });
    const ann = await on().newContact({ country: 'EE' });
    await on().settled();
    expect(Object.keys(on().evaluations())).not.toContain('group:off');
    expect(ann.id).toBeGreaterThan(0);
  });

  it('follows when the group is enabled, and when its condition is another one', async () => {
    const group = await on().newDynamic('changed', inCountry('LV'), { enabled: false });
    const ann = await on().newContact({ country: 'LV' });
    const bob = await on().newContact({ country: 'LT' });
    await on().settled();
    expect(await on().members(group)).toEqual([]);
    const save = async (data: object) => {
      await on().documents.update({ documentId: group.documentId, data });
      await on().settled();
    };
    await save({ enabled: true });
    expect(await on().members(group)).toEqual([ann.id]);
    await save({ condition: inCountry('LT') });
    expect(await on().members(group)).toEqual([bob.id]);
    const before = await jobRows(site.strapi).max({ id: 'id' });
    await save({ description: 'no reason to ask anybody' });
    expect(await jobRows(site.strapi).max({ id: 'id' })).toEqual(before);
  });

  it('is not needed to become manual: who was in stays in, by hand', async () => {
    const ann = await on().newContact({ country: 'BG' });
    const group = await on().newDynamic('settled-down', inCountry('BG'));
    await on().documents.update({ documentId: group.documentId, data: { kind: 'manual' } });
    expect(await stored(group)).toMatchObject({ kind: 'manual', condition: null, size: 1 });
    expect(await on().place(group, ann)).toMatchObject({ byHand: true });
    await move(ann, 'RO');
    await on().settled();
    expect(await on().members(group)).toEqual([ann.id]);
  });
});
