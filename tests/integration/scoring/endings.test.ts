/** When points end: after a time, after a day, bit by bit. The clock is a made-up one. */
import { DAY, HOUR, MINUTE } from '../../../server/src/platform/clock';
import { accountsOf } from '../../support/accounts';
import type { Entry } from '../../support/documents';
import { country, onActivity, onCondition, scoresOf } from '../../support/scores';
import { startSite, type TestSite } from '../../support/strapi';

const START = Date.parse('2027-03-01T12:00:00Z');

let site: TestSite;
const at = (moment: number) => jest.spyOn(Date, 'now').mockReturnValue(moment);

beforeAll(async () => {
  site = await startSite({ config: { timeZone: 'Europe/Prague' } });
});
afterAll(() => site.stop());
beforeEach(() => at(START));
afterEach(() => jest.restoreAllMocks());

const on = () => ({ ...accountsOf(site), ...scoresOf(site) });

let scores = 0;
const scene = async (rule: object) => {
  scores += 1;
  const score = await on().newScore(`ending-${scores}`, [rule]);
  const contact = await on().newContact({ firstName: 'Ann', country: 'CZ' });
  await on().settled();
  return { score, contact };
};

/** What the total is when the clock was looked at then. */
const totalAt = async (moment: number, { score, contact }: { score: Entry; contact: Entry }) => {
  at(moment);
  await on().followClock();
  return on().total(score, contact);
};

it('lets points go when their time is over, by when they were won', async () => {
  const it = await scene(
    onActivity('download', { recurring: true, validFor: { last: 2, unit: 'days' } })
  );
  await on().did(it.contact, 'download', { occurredAt: START });
  await on().did(it.contact, 'download', { occurredAt: START - DAY });
  await on().settled();
  expect(await totalAt(START + DAY - MINUTE, it)).toBe(20);
  expect(await totalAt(START + DAY, it)).toBe(10);
  expect(await totalAt(START + 2 * DAY - 1, it)).toBe(10);
  expect(await totalAt(START + 2 * DAY, it)).toBe(0);
  const [told] = (await on().ofContact(it.contact)).filter(
    ({ score }) => score.name === it.score.name
  );
  expect(told?.awards).toEqual([]);
});

it('counts what was won and is over towards the cap', async () => {
  const it = await scene(
    onActivity('download', { recurring: true, cap: 1, validFor: { last: 1, unit: 'days' } })
  );
  await on().did(it.contact, 'download', { occurredAt: START - 3 * DAY });
  await on().did(it.contact, 'download', { occurredAt: START });
  await on().settled();
  expect(await on().total(it.score, it.contact)).toBe(0);
});

it('keeps points until the end of their last day in the time zone of the site', async () => {
  const it = await scene(onActivity('download', { until: '2027-03-27' }));
  await on().did(it.contact, 'download');
  await on().settled();
  // Prague is an hour ahead until the clocks change on the 28th.
  expect(await totalAt(Date.parse('2027-03-27T22:59:59Z'), it)).toBe(10);
  expect(await totalAt(Date.parse('2027-03-27T23:00:00Z'), it)).toBe(0);
});

it('halves points again and again, and never lets the rows differ from their total', async () => {
  const it = await scene(
    onActivity('download', { recurring: true, points: 100, halfLifeDays: 10 })
  );
  await on().did(it.contact, 'download', { occurredAt: START });
  await on().did(it.contact, 'download', { occurredAt: START - 5 * DAY });
  await on().settled();
  expect(await on().total(it.score, it.contact)).toBe(170.71);
  for (const [days, total] of [
    [5, 70.71 + 50],
    [10, 50 + 35.36],
    [20, 25 + 17.68],
    [300, 0],
  ] as const) {
    expect(await totalAt(START + days * DAY, it)).toBe(total);
    const [told] = (await on().ofContact(it.contact)).filter(
      ({ score }) => score.name === it.score.name
    );
    const shown = (told?.awards ?? []).map(({ pointsNow }) => pointsNow);
    expect(shown.reduce((sum, points) => sum + points, 0)).toBeCloseTo(told?.total ?? NaN, 10);
  }
});

it('looks at decaying points every hour', async () => {
  const it = await scene(onActivity('download', { points: 1_000, halfLifeDays: 1 }));
  await on().did(it.contact, 'download', { occurredAt: START });
  await on().settled();
  expect(await totalAt(START + HOUR - 1, it)).toBe(1_000);
  expect(await totalAt(START + HOUR, it)).toBeCloseTo(971.53, 2);
});

it('follows conditions that ask about time', async () => {
  const recently = {
    type: 'activity',
    activity: 'pagevisit',
    operator: 'atLeast',
    count: 1,
    window: { last: 2, unit: 'hours' },
  };
  const it = await scene(onCondition(recently));
  await on().did(it.contact, 'pagevisit', { occurredAt: START });
  await on().settled();
  expect(await totalAt(START + HOUR, it)).toBe(10);
  expect(await totalAt(START + 2 * HOUR + MINUTE, it)).toBe(0);
});

it('counts a condition from when it began to hold', async () => {
  const it = await scene(onCondition(country('CZ'), { validFor: { last: 1, unit: 'hours' } }));
  expect(await totalAt(START + HOUR - 1, it)).toBe(10);
  expect(await totalAt(START + HOUR, it)).toBe(0);
  // It still holds: nothing new begins.
  await on().did(it.contact, 'pagevisit');
  await on().settled();
  expect(await totalAt(START + 3 * HOUR, it)).toBe(0);
});
