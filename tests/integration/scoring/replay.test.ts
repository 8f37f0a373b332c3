/** Totals depend on what is stored, and not on the order or the number of times it was sent. */
import fc from 'fast-check';
import { activities } from '../../../server/src/modules/activities';
import { AWARDS_TABLE, TOTALS_TABLE } from '../../../server/src/modules/scoring';
import { accountsOf } from '../../support/accounts';
import type { Entry } from '../../support/documents';
import { country, onActivity, onCondition, scoresOf } from '../../support/scores';
import { startSite, type TestSite } from '../../support/strapi';

const START = Date.now() - 86_400_000;
const TYPES = ['pagevisit', 'download', 'subscription', 'outboundlink'];

let site: TestSite;
let score: Entry;
const on = () => ({ ...accountsOf(site), ...scoresOf(site) });

const RULES = [
  onActivity('pagevisit', { points: 1, recurring: true, cap: 3 }),
  onActivity('download', { points: 7 }),
  onActivity('subscription', { points: -4, recurring: true }),
  onActivity('*', { points: 2, recurring: true, cap: 5 }),
  {
    on: {
      kind: 'activity',
      activity: 'pagevisit',
      where: [{ field: 'value', operator: 'gte', value: 50 }],
    },
    points: 11,
    recurring: true,
    cap: 2,
  },
  onActivity('outboundlink', { points: 9, validFor: { last: 6, unit: 'hours' }, recurring: true }),
  onCondition(country('CZ'), { points: 100 }),
  onCondition(
    { type: 'activity', activity: 'download', operator: 'atLeast', count: 2 },
    { points: 33 }
  ),
];

beforeAll(async () => {
  site = await startSite();
  score = await on().newScore('replayed', RULES);
});
afterAll(() => site.stop());

interface Done {
  type: string;
  minute: number;
  value: number;
}

/** What the rules say, worked out in the plainest way. */
const expected = (done: Done[], isCzech: boolean): number => {
  const first = (matches: (one: Done) => boolean, most = Infinity) =>
    [...done]
      .sort((one, other) => one.minute - other.minute)
      .filter(matches)
      .slice(0, most);
  const is = (type: string) => (one: Done) => one.type === type;
  const sixHoursAgo = (Date.now() - START) / 60_000 - 360;
  return (
    first(is('pagevisit'), 3).length +
    7 * first(is('download'), 1).length -
    4 * first(is('subscription')).length +
    2 * first(() => true, 5).length +
    11 * first((one) => one.type === 'pagevisit' && one.value >= 50, 2).length +
    9 * first(is('outboundlink')).filter(({ minute }) => minute > sixHoursAgo).length +
    (isCzech ? 100 : 0) +
    (first(is('download')).length >= 2 ? 33 : 0)
  );
};

const history = fc.array(
  fc.record({
    type: fc.constantFrom(...TYPES),
    // A day of minutes, away from where six hours ago lies.
    minute: fc.integer({ min: 0, max: 1_439 }).filter((minute) => Math.abs(minute - 1_080) > 15),
    value: fc.integer({ min: 0, max: 100 }),
  }),
  { maxLength: 25 }
);

let runs = 0;
it('gives the same total for the same history, whatever the order and the repetitions', async () => {
  await fc.assert(
    fc.asyncProperty(
      history,
      fc.boolean(),
      fc.array(fc.nat(), { minLength: 30, maxLength: 30 }),
      async (done, isCzech, chance) => {
        runs += 1;
        const country = isCzech ? 'CZ' : 'DE';
        const contact = await on().newContact({ firstName: 'Ann', country });
        const sent = done.map(({ type, minute, value }, at) => ({
          ...{ eventId: `run-${runs}-${at}`, contactId: contact.id, type, value },
          occurredAt: START + minute * 60_000,
        }));
        // Each once and some twice, in an order of chance and in parts.
        const order = [...sent, ...sent.filter((_, at) => (chance[at] ?? 0) % 3 === 0)]
          .map((event, at) => ({ event, key: (chance[at % chance.length] ?? 0) * 31 + at }))
          .sort((one, other) => (one.key % 97) - (other.key % 97));
        for (let from = 0; from < order.length; from += 7) {
          await activities(site.strapi).append(
            order.slice(from, from + 7).map(({ event }) => event)
          );
          if ((chance[from % chance.length] ?? 0) % 2 === 0) await on().drained();
        }
        await on().settled();
        expect(await on().total(score, contact)).toBe(expected(done, isCzech));
      }
    ),
    { numRuns: 25 }
  );
});

it('has the same awards and totals when everything is worked out anew from nothing', async () => {
  const read = (table: string, columns: string[]) =>
    site.strapi.db
      .getConnection(table)
      .select(columns)
      .orderBy(columns.map((column) => ({ column })));
  const awards = () => read(AWARDS_TABLE, ['contact_id', 'rule_id', 'activity_id', 'points']);
  const totals = async () =>
    (await read(TOTALS_TABLE, ['contact_id', 'score_id', 'total'])).filter(
      ({ total }: { total: unknown }) => Number(total) !== 0
    );
  const before = { awards: await awards(), totals: await totals() };
  expect(before.awards.length).toBeGreaterThan(0);
  for (const table of [AWARDS_TABLE, TOTALS_TABLE]) {
    await site.strapi.db.getConnection(table).delete();
  }
  await on().recompute();
  expect({ awards: await awards(), totals: await totals() }).toEqual(before);
});
