/** Two things at once with groups by condition: in the end, members are whom the condition that is stored matches. */
import { randomUUID } from 'node:crypto';
import { activities } from '../../../server/src/modules/activities';
import { CONTACT_UID } from '../../../server/src/modules/contacts';
import { conditions } from '../../../server/src/modules/conditions';
import { rebuildGroup } from '../../../server/src/modules/groups/dynamic/rebuild';
import { beginRebuild, findMoves } from '../../../server/src/modules/groups/dynamic/rebuild-steps';
import { startRebuild } from '../../../server/src/modules/groups/dynamic/start-rebuild';
import { jobRows } from '../../../server/src/platform/jobs/table';
import { asAdmin } from '../../support/admin-roles';
import { accountsOf } from '../../support/accounts';
import { documentsOf, type Entry } from '../../support/documents';
import { bought, dynamicOf, inCountry } from '../../support/dynamic-groups';
import { startSite, type TestSite } from '../../support/strapi';

jest.setTimeout(120_000);

const COUNTRIES = ['CZ', 'SK', 'DE', 'AT', 'PL'];
const ROUNDS = 4;
const TABLES = [
  ...['cm_group_members', 'cm_group_history', 'cm_group_days', 'cm_group_upkeep'],
  ...['cm_group_moves', 'cm_group_touched'],
];

let site: TestSite;
let people: Entry[];
beforeAll(async () => {
  site = await startSite();
  people = [];
  for (let at = 0; at < 40; at += 1) {
    people.push(await on().newContact({ country: COUNTRIES[at % COUNTRIES.length] }));
  }
});
afterAll(() => site.stop());

const on = () => ({ ...dynamicOf(site), ...accountsOf(site) });
const save = (group: Entry, data: object) =>
  on().documents.update({ documentId: group.documentId, data });
const move = (at: number, country: string | undefined) =>
  documentsOf(site, CONTACT_UID).update({
    documentId: String(people[at]?.documentId),
    data: { country },
  });
const rowsOf = (table: string, group: Entry): Promise<unknown[]> =>
  site.strapi.db.getConnection(table).where('group_id', group.id);

/** By reading every contact, where its country is all that is asked. */
const naive = async (countries: string[]): Promise<number[]> => {
  const rows: { id: number; country: string }[] = await site.strapi.db
    .getConnection('cm_contacts')
    .orderBy('id')
    .select('id', 'country');
  return rows.filter(({ country }) => countries.includes(country)).map(({ id }) => id);
};

const expectRight = async (group: Entry): Promise<void> => {
  await on().settled();
  const stored = await on().documents.findOne({ documentId: group.documentId });
  const condition = stored?.condition as { value: string[] };
  const members = await naive(condition.value);
  expect(await on().members(group)).toEqual(members);
  expect(stored).toMatchObject({ size: members.length, rebuildState: 'done' });
  expect(await rowsOf('cm_group_moves', group)).toEqual([]);
  expect(await rowsOf('cm_group_touched', group)).toEqual([]);
};

it('is saved with several conditions', async () => {
  const group = await on().newDynamic('saved-twice', inCountry('CZ'));
  for (let round = 0; round < ROUNDS; round += 1) {
    await Promise.all(COUNTRIES.map((country) => save(group, { condition: inCountry(country) })));
    await expectRight(group);
  }
});

it('is saved, asked to be rebuilt and left by contacts during a rebuild', async () => {
  const group = await on().newDynamic('busy', inCountry('CZ'));
  const path = `/contact-management/contact-groups/${group.documentId}/rebuild`;
  const rebuild = () => site.http.post(path).set(asAdmin(site.adminToken)).expect(202);
  for (let round = 0; round < ROUNDS; round += 1) {
    await Promise.all([
      rebuild(),
      save(group, { condition: inCountry('CZ', COUNTRIES[round + 1] ?? 'CZ') }),
      ...[0, 1, 2, 3].map((at) => move(at + round * 4, COUNTRIES[(at + round) % 5])),
      rebuild(),
      startRebuild(site.strapi, group.id),
    ]);
    await expectRight(group);
  }
  const failed = await jobRows(site.strapi)
    .where('name', 'groups.rebuild')
    .whereNot('status', 'done');
  expect(failed).toEqual([]);
});

it('what an older rebuild finds after a later one has begun counts for nothing', async () => {
  const group = await on().newDynamic('overtaken', inCountry('CZ'));
  const older = await beginRebuild(site.strapi, group.id);
  const later = await beginRebuild(site.strapi, group.id);
  const everybody = (condition: object) => () =>
    conditions(site.strapi).matching(conditions(site.strapi).parse(condition));
  if (!older || !later) throw new Error('There was nothing to rebuild');
  expect(await findMoves(site.strapi, older, everybody(inCountry('SK')))).toBe(false);
  await startRebuild(site.strapi, group.id);
  await expectRight(group);
});

/** What a job does; `meanwhile` happens once, between what it finds and what it does about that. */
const rebuildWhile = (group: Entry, meanwhile: () => Promise<unknown>) => {
  let done: Promise<unknown> | undefined;
  return rebuildGroup({
    strapi: site.strapi,
    payload: { groupId: group.id },
    progress: { done: 0, failed: 0, total: null, position: null },
    report: async () => {
      await (done ??= meanwhile());
    },
    signal: new AbortController().signal,
  });
};

it('is deleted during its rebuild, and nothing of it is left', async () => {
  const group = await on().newDynamic('short-lived', inCountry('CZ'));
  const remove = () => on().documents.delete({ documentId: group.documentId });
  expect(await rebuildWhile(group, remove)).toEqual({ superseded: true });
  for (const table of TABLES) expect([table, await rowsOf(table, group)]).toEqual([table, []]);
});

it('is deleted while rebuilds begin', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const group = await on().newDynamic(`racing-${round}`, inCountry('CZ', 'SK'));
    await Promise.all([
      beginRebuild(site.strapi, group.id),
      on().documents.delete({ documentId: group.documentId }),
      beginRebuild(site.strapi, group.id),
    ]);
    await on().settled();
    for (const table of TABLES) expect([table, await rowsOf(table, group)]).toEqual([table, []]);
  }
});

it('contacts are merged during a rebuild', async () => {
  const both = { type: 'all', rules: [inCountry('HU'), bought(2, 'download')] };
  const group = await on().newDynamic('merged', both);
  const pairs: [Entry, Entry][] = [];
  for (let at = 0; at < 6; at += 1) {
    pairs.push([await on().newContact(), await on().newContact({ country: 'HU' })]);
  }
  const done = (contact: Entry) => ({
    ...{ eventId: randomUUID(), contactId: contact.id, type: 'download' },
  });
  await activities(site.strapi).append(pairs.flat().map(done));
  await on().settled();
  expect(await on().members(group)).toEqual([]);
  const joined = pairs.slice(0, 5);
  await rebuildWhile(group, () =>
    Promise.all(joined.map(([from, into]) => on().merge(from, into)))
  );
  await on().settled();
  expect(await on().members(group)).toEqual(joined.map(([, into]) => into.id));
  expect(await on().size(group)).toBe(5);
});

it('members are merged away during a rebuild that had found them', async () => {
  const group = await on().newDynamic('found', inCountry('SI'));
  const [from, into] = [await on().newContact({ country: 'SI' }), await on().newContact()];
  await on().settled();
  expect(await on().members(group)).toEqual([from.id]);
  await rebuildWhile(group, () => on().merge(from, into));
  await on().settled();
  const { country } = (await site.strapi.db
    .getConnection('cm_contacts')
    .where('id', into.id)
    .first()) as { country: string | null };
  expect(await on().members(group)).toEqual(country === 'SI' ? [into.id] : []);
  expect(await rowsOf('cm_group_moves', group)).toEqual([]);
});
