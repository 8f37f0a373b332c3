/** Two things at once with scores: in the end, points are what the rules that are stored give. */
import { randomUUID } from 'node:crypto';
import { activities } from '../../../server/src/modules/activities';
import { CONTACT_UID } from '../../../server/src/modules/contacts';
import { AWARDS_TABLE, TOTALS_TABLE } from '../../../server/src/modules/scoring';
import { jobs } from '../../../server/src/platform/jobs/service';
import { jobRows } from '../../../server/src/platform/jobs/table';
import {
  RECOMPUTE_JOB,
  recomputeSoon,
} from '../../../server/src/modules/scoring/recompute/recompute-soon';
import { accountsOf } from '../../support/accounts';
import { documentsOf, type Entry } from '../../support/documents';
import { groupsOf } from '../../support/groups';
import { country, onActivity, onCondition, scoresOf } from '../../support/scores';
import { startSite, type TestSite } from '../../support/strapi';

jest.setTimeout(120_000);

const PEOPLE = 30;
const ROUNDS = 4;

let site: TestSite;
let people: Entry[];
beforeAll(async () => {
  site = await startSite();
  people = [];
  for (let at = 0; at < PEOPLE; at += 1) {
    people.push(await on().newContact({ country: at % 2 === 0 ? 'CZ' : 'SK' }));
  }
});
afterAll(() => site.stop());

const on = () => ({ ...accountsOf(site), ...scoresOf(site) });
const rows = (table: string) => site.strapi.db.getConnection(table);

const rules = (points: number) => [
  { ...onActivity('download', { recurring: true, cap: 5 }), name: 'Download', points },
  { ...onCondition(country('CZ')), name: 'Czech', points: points * 100 },
];

const download = (contact: Entry, times: number): Promise<unknown> =>
  activities(site.strapi).append(
    Array.from({ length: times }, () => ({
      ...{ eventId: randomUUID(), contactId: contact.id, type: 'download' },
    }))
  );

const stored = async (score: Entry): Promise<number> => {
  const found = await on().documents.findOne({ documentId: score.documentId });
  return (found?.rules as { points: number }[])[0]?.points ?? NaN;
};

/** By reading every activity and every contact. */
const naive = async (points: number): Promise<Record<number, number>> => {
  const contacts: { id: number; country: string }[] = await rows('cm_contacts').orderBy('id');
  const done: { contact_id: number | string; type: string }[] = await rows('cm_activities');
  const totals = contacts.map(({ id, country: from }) => {
    const downloads = done.filter(
      (one) => Number(one.contact_id) === id && one.type === 'download'
    );
    const total = Math.min(downloads.length, 5) * points + (from === 'CZ' ? points * 100 : 0);
    return [id, total] as const;
  });
  return Object.fromEntries(totals.filter(([, total]) => total !== 0));
};

const expectRight = async (score: Entry): Promise<void> => {
  await on().settled();
  const found: { contact_id: number; total: number | string }[] = await rows(TOTALS_TABLE).where(
    'score_id',
    score.id
  );
  const totals = found
    .map(({ contact_id, total }) => [contact_id, Number(total)] as const)
    .filter(([, total]) => total !== 0);
  expect(Object.fromEntries(totals)).toEqual(await naive(await stored(score)));
};

it('rules are saved with several points', async () => {
  const score = await on().newScore('saved-often', rules(1));
  await Promise.all(people.map((contact, at) => download(contact, at % 7)));
  await expectRight(score);
  for (let round = 0; round < ROUNDS; round += 1) {
    await Promise.all(
      [2, 3, 5, 7].map((points) =>
        on().documents.update({
          documentId: score.documentId,
          data: { rules: rules(points + round * 10) },
        })
      )
    );
    await expectRight(score);
  }
  await on().documents.delete({ documentId: score.documentId });
});

it('activities arrive and contacts change while everything is worked out anew', async () => {
  const score = await on().newScore('busy', rules(1));
  for (let round = 0; round < ROUNDS; round += 1) {
    await Promise.all([
      recomputeSoon(site.strapi),
      ...people.slice(round * 5, round * 5 + 5).map((contact) => download(contact, 2)),
      on().documents.update({
        documentId: score.documentId,
        data: { rules: rules(round + 2) },
      }),
      ...people.slice(20, 24).map((contact, at) =>
        documentsOf(site, CONTACT_UID).update({
          documentId: contact.documentId,
          data: { country: (at + round) % 2 === 0 ? 'CZ' : 'SK' },
        })
      ),
      recomputeSoon(site.strapi),
    ]);
    await expectRight(score);
  }
  await on().documents.delete({ documentId: score.documentId });
});

it('rules are saved while one that was cut off waits to go on', async () => {
  const waiting = () => jobRows(site.strapi).where({ name: RECOMPUTE_JOB, status: 'queued' });
  const id = await jobs(site.strapi).add({ name: 'test.none', payload: {}, createdBy: null });
  const cutOff = {
    name: RECOMPUTE_JOB,
    position: '{"rules":[],"after":7}',
    run_at: Date.now() * 2,
  };
  await jobRows(site.strapi).where('id', id).update(cutOff);
  await recomputeSoon(site.strapi);
  expect(await waiting()).toHaveLength(2);
  await jobRows(site.strapi).where('id', id).delete();
  await on().settled();
});

it('contacts are joined while everything is worked out anew', async () => {
  const score = await on().newScore('joined', rules(3));
  await Promise.all([
    recomputeSoon(site.strapi),
    ...[0, 2, 4].map((at) => groupsOf(site).merge(people[at] as Entry, people[at + 1] as Entry)),
    ...[6, 7].map((at) => download(people[at] as Entry, 1)),
  ]);
  await expectRight(score);
  await on().documents.delete({ documentId: score.documentId });
});

it('a score is deleted while points are given', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const score = await on().newScore(`short-lived-${round}`, rules(1));
    await Promise.all([
      recomputeSoon(site.strapi),
      ...people.slice(10, 16).map((contact) => download(contact, 1)),
      on().documents.delete({ documentId: score.documentId }),
    ]);
    await on().settled();
    for (const table of [AWARDS_TABLE, TOTALS_TABLE]) {
      expect([table, await rows(table).where('score_id', score.id)]).toEqual([table, []]);
    }
  }
});
