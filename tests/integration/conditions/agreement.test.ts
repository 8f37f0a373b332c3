/**
 * Random conditions over random contacts: SQL answers as an evaluator does that looks at everybody one
 * by one. The seed is the same on every database, so that they agree with each other, too.
 */
import fc from 'fast-check';
import { conditions, type Condition } from '../../../server/src/modules/conditions';
import { conditionOver } from '../../support/conditions/arbitrary-conditions';
import { NOW } from '../../support/conditions/arbitrary-values';
import { fillSite, startConditionsSite } from '../../support/conditions/filled-site';
import { matchesNaively } from '../../support/conditions/naive-conditions';
import type { NaiveWorld } from '../../support/conditions/naive-world';
import type { TestSite } from '../../support/strapi';

jest.setTimeout(300_000);

const SEED = Number(process.env.TEST_SEED ?? 20_260_329);
/** Of each property; more of them find more, given an evening. */
const RUNS = Number(process.env.TEST_RUNS ?? 120);
const HOUR = 3_600_000;
const ZONES = ['UTC', 'Europe/Prague', 'America/New_York', 'Pacific/Kiritimati'];

let site: TestSite;
let world: NaiveWorld;
beforeAll(async () => {
  site = await startConditionsSite();
  world = await fillSite(site, SEED);
});
afterAll(() => site.stop());

const sorted = (ids: number[]) => [...new Set(ids)].sort((a, b) => a - b);
const isAsking = (condition: object): boolean => {
  try {
    conditions(site.strapi).parse(condition);
    return true;
  } catch (error) {
    if (String(error).includes('Everything is switched off')) return false;
    throw error;
  }
};
const ask = async (condition: Condition, now: number, timeZone: string, scope?: number[]) =>
  sorted(await conditions(site.strapi).matching(condition, { now, timeZone, scope }).pluck('c.id'));

it('answers as an evaluator does that looks at everybody', async () => {
  const ids = world.contacts.map(({ id }) => id);
  await fc.assert(
    fc.asyncProperty(
      conditionOver(world).filter(isAsking),
      fc.constantFrom(...ZONES),
      fc.subarray(ids),
      async (input, timeZone, scope) => {
        const condition = conditions(site.strapi).parse(input, { timeZone });
        const expected = sorted(matchesNaively(world, condition, { now: NOW, timeZone }));
        expect(await ask(condition, NOW, timeZone)).toEqual(expected);
        expect(await ask(condition, NOW, timeZone, scope)).toEqual(
          expected.filter((id) => scope.includes(id))
        );
      }
    ),
    { seed: SEED, numRuns: RUNS }
  );
});

it('knows whose answer the clock changes', async () => {
  await fc.assert(
    fc.asyncProperty(
      conditionOver(world).filter(isAsking),
      fc.constantFrom(...ZONES),
      fc.integer({ min: -24 * 40, max: 24 * 40 }),
      fc.integer({ min: 1, max: 24 * 20 }),
      async (input, timeZone, start, hours) => {
        const service = conditions(site.strapi);
        const condition = service.parse(input, { timeZone });
        const from = NOW + start * HOUR;
        const to = from + hours * HOUR;
        const crossed = service.crossed(condition, { from, to, timeZone });
        if (crossed === 'everybody') return;
        const asked = crossed === null ? [] : ((await crossed) as Record<string, number>[]);
        const known = asked.map((row) => Number(Object.values(row)[0]));
        const before = await ask(condition, from, timeZone);
        const after = await ask(condition, to, timeZone);
        const changed = world.contacts
          .map(({ id }) => id)
          .filter((id) => before.includes(id) !== after.includes(id));
        expect(changed.filter((id) => !known.includes(id))).toEqual([]);
      }
    ),
    { seed: SEED, numRuns: RUNS }
  );
});
