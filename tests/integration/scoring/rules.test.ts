/** What each kind of rule gives, and takes again, on a real database. */
import { accountsOf } from '../../support/accounts';
import { documentsOf, type Entry } from '../../support/documents';
import { country, onActivity, onCondition, scoresOf } from '../../support/scores';
import { startSite, type TestSite } from '../../support/strapi';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

const on = () => ({ ...accountsOf(site), ...scoresOf(site) });

let scores = 0;
/** A score of these rules, and a contact who has nothing yet. */
const scene = async (rules: object[], contactData: object = { firstName: 'Ann' }) => {
  scores += 1;
  const score = await on().newScore(`score-${scores}`, rules);
  const contact = await on().newContact(contactData);
  await on().settled();
  return { score, contact };
};

const totalOf = async ({ score, contact }: { score: Entry; contact: Entry }) => {
  await on().settled();
  return on().total(score, contact);
};

it('gives the points of an activity once, however often it is done', async () => {
  const it = await scene([onActivity('purchase')]);
  await on().did(it.contact, 'purchase');
  await on().did(it.contact, 'purchase');
  await on().did(it.contact, 'pagevisit');
  expect(await totalOf(it)).toBe(10);
});

it('gives them each time when the rule is recurring, up to its cap', async () => {
  const it = await scene([
    onActivity('pagevisit', { recurring: true, cap: 3, points: 2 }),
    onActivity('download', { recurring: true, points: 5 }),
  ]);
  for (let times = 0; times < 5; times += 1) await on().did(it.contact, 'pagevisit');
  for (let times = 0; times < 4; times += 1) await on().did(it.contact, 'download');
  expect(await totalOf(it)).toBe(3 * 2 + 4 * 5);
});

it('takes points away where they are negative', async () => {
  const it = await scene([onActivity('purchase'), onActivity('unsubscription', { points: -25 })]);
  await on().did(it.contact, 'purchase');
  await on().did(it.contact, 'unsubscription');
  expect(await totalOf(it)).toBe(-15);
});

it('counts any activity where the rule says so', async () => {
  const it = await scene([onActivity('*', { recurring: true, points: 1 })]);
  await on().did(it.contact, 'subscription');
  await on().did(it.contact, 'download');
  expect(await totalOf(it)).toBe(2);
});

it('asks an activity what the rule asks', async () => {
  const pricing = { field: 'url', operator: 'startsWith', value: 'https://site.test/pricing' };
  const dear = { field: 'value', operator: 'gte', value: 100 };
  const it = await scene([
    { on: { kind: 'activity', activity: 'pagevisit', where: [pricing] } },
    { on: { kind: 'activity', activity: 'purchase', where: [dear] }, points: 30 },
    { on: { kind: 'activity', activity: '*', where: [dear] }, points: 100 },
  ]);
  await on().did(it.contact, 'pagevisit', { url: 'https://site.test/blog' });
  await on().did(it.contact, 'purchase', { value: 99 });
  expect(await totalOf(it)).toBe(0);
  await on().did(it.contact, 'pagevisit', { url: 'https://site.test/pricing?from=blog' });
  expect(await totalOf(it)).toBe(10);
  await on().did(it.contact, 'purchase', { value: 100 });
  expect(await totalOf(it)).toBe(140);
});

it('gives the points of a condition for as long as it holds', async () => {
  const it = await scene([onCondition(country('CZ', 'SK'))]);
  const live = (code: string) =>
    documentsOf(site, 'plugin::contact-management.contact').update({
      documentId: it.contact.documentId,
      data: { country: code },
    });
  expect(await totalOf(it)).toBe(0);
  await live('CZ');
  expect(await totalOf(it)).toBe(10);
  await live('SK');
  expect(await totalOf(it)).toBe(10);
  expect(await on().awards(it.contact)).toHaveLength(1);
  await live('DE');
  expect(await totalOf(it)).toBe(0);
});

it('follows another score and a group', async () => {
  const first = await scene([onActivity('purchase', { points: 50 })]);
  const atLeast = { type: 'score', score: first.score.name, operator: 'gte', value: 50 };
  const second = await on().newScore('second', [onCondition(atLeast, { points: 7 })]);
  expect(await totalOf({ ...first, score: second })).toBe(0);
  await on().did(first.contact, 'purchase');
  expect(await totalOf({ ...first, score: second })).toBe(7);
});

it('tells of each award why and when, and what it counts', async () => {
  const it = await scene([onActivity('download', { name: 'Read the paper', points: 5 })]);
  const at = Date.now() - 60_000;
  await on().did(it.contact, 'download', { title: 'White paper', occurredAt: at });
  await on().settled();
  const told = await on().ofContact(it.contact);
  expect(told.find(({ score }) => score.name === it.score.name)).toMatchObject({
    total: 5,
    hasMore: false,
    awards: [
      {
        rule: { name: 'Read the paper' },
        reason: 'Read the paper: White paper',
        activity: { type: 'download', title: 'White paper', url: null },
        awardedAt: new Date(at).toISOString(),
        points: 5,
        pointsNow: 5,
        expiresAt: null,
        halfLifeDays: null,
      },
    ],
  });
});

it('keeps the total of the main score with the contact, and of the first score unless told otherwise', async () => {
  const main = await on().documents.findMany({ filters: { isMain: true } });
  expect(main.map(({ name }) => name)).toEqual(['score-1']);
  const contact = await on().newContact({ firstName: 'Main' });
  await on().did(contact, 'purchase');
  await on().settled();
  const scoreOf = async () =>
    (
      await documentsOf(site, 'plugin::contact-management.contact').findOne({
        documentId: contact.documentId,
      })
    )?.score;
  expect(await scoreOf()).toBe(10);
  const other = await on().newScore('other-main', [onActivity('purchase', { points: 3 })], {
    isMain: true,
  });
  expect(await scoreOf()).toBe(3);
  await on().documents.delete({ documentId: other.documentId });
  await on().settled();
  expect(await scoreOf()).toBe(0);
});
