/** A/B splits: who is shown what, what is noted of it, and how it did. */
import { randomUUID } from 'node:crypto';
import { activityStore } from '../../../server/src/modules/activities';
import { EXPOSURES_TABLE } from '../../../server/src/modules/personalisation';
import { adminWith, asAdmin } from '../../support/admin-roles';
import {
  addPersonalContent,
  namesOf,
  openPersonalContent,
  personalContent,
} from '../../support/personal-content';
import { serverLogSettled } from '../../support/site-users';
import { startSite, type TestSite } from '../../support/strapi';

jest.setTimeout(180_000);

const LIST = '/products?audience=visitor';
const SPLITS = '/contact-management/personalisation/splits';

let site: TestSite;
beforeAll(async () => {
  site = await startSite({ prepare: addPersonalContent });
  await openPersonalContent(site);
  const arm = (variant: string, from: number, to: number) => ({
    name: 'spring',
    variant,
    from,
    to,
  });
  await on().product('Photo', { split: arm('photo', 0, 50), fallback: true });
  await on().product('Drawing', { split: arm('drawing', 50, 100) });
});
afterAll(() => site.stop());

const on = () => personalContent(site);
const rows = async (where: object): Promise<Record<string, unknown>[]> => {
  await serverLogSettled(site);
  return site.strapi.db.connection(EXPOSURES_TABLE).where(where).orderBy('id');
};
const armOf = (name: unknown) => (name === 'Photo' ? 'photo' : 'drawing');

describe('a split', () => {
  it('shows a visitor one arm, the same each time, and notes it once', async () => {
    const { key, contact } = await on().visitor();
    const [shown, ...others] = namesOf(await on().get(LIST, key).expect(200));
    expect(others).toEqual([]);
    expect(namesOf(await on().get(LIST, key))).toEqual([shown]);
    expect(await rows({ contact_id: contact.id })).toEqual([
      expect.objectContaining({ split: 'spring', variant: armOf(shown) }),
    ]);
  });

  it('shows both arms to some of many, and the same after a restart', async () => {
    const keys = Array.from({ length: 40 }, () => randomUUID());
    const look = () => Promise.all(keys.map(async (key) => namesOf(await on().get(LIST, key))));
    const before = await look();
    expect(new Set(before.map(String))).toEqual(new Set(['Photo', 'Drawing']));
    await site.restart();
    expect(await look()).toEqual(before);
  });

  it('shows one without a key the fallback, and notes nothing', async () => {
    const before = await rows({});
    expect(namesOf(await on().get(LIST))).toEqual(['Photo']);
    expect(await rows({})).toEqual(before);
  });

  it.each([
    ['was never seen', {}, () => Promise.resolve(randomUUID())],
    ['asks not to be tracked', { 'sec-gpc': '1' }, async () => (await on().visitor()).key],
  ])('notes nothing of one that %s', async (_who, headers, visitor) => {
    const before = await rows({});
    await on()
      .get(LIST, await visitor())
      .set(headers)
      .expect(200);
    expect(await rows({})).toEqual(before);
  });
});

describe('how a split did', () => {
  const DAY = 86_400_000;
  const at = Date.UTC(2026, 0, 1);
  const ask = (query = '', token = site.adminToken) =>
    site.http.get(`${SPLITS}/counted${query}`).set(asAdmin(token));

  /** So many people of whom so many bought, so many days after they saw it. */
  const people = async (variant: string, many: number, bought: number, days: number) => {
    const from = Number((await rows({})).at(-1)?.id ?? 0) + 1_000;
    const ids = Array.from({ length: many }, (_, index) => from + index);
    await site.strapi.db.connection(EXPOSURES_TABLE).insert(
      ids.map((id) => ({
        split: 'counted',
        variant,
        visitor_id: id,
        contact_id: id,
        first_at: at,
      }))
    );
    const occurredAt = at + days * DAY;
    await activityStore(site.strapi).prepare([occurredAt]);
    const done = ids.slice(0, bought).map((id) => ({
      event_id: randomUUID(),
      contact_id: id,
      type: 'purchase',
      occurred_at: occurredAt,
      received_at: at,
    }));
    if (done.length > 0) await site.strapi.db.connection('cm_activities').insert(done);
    return ids;
  };

  it('counts people and what they did, with intervals, and says what is beyond chance', async () => {
    await people('a', 80, 48, 3);
    await people('b', 70, 56, 3);
    const [late] = await people('c', 30, 30, 20);
    const { connection } = site.strapi.db;
    // Somebody who saw another arm later counts for the first one.
    await connection(EXPOSURES_TABLE).insert({
      split: 'counted',
      variant: 'a',
      visitor_id: 1,
      contact_id: late,
      first_at: at + 1,
    });
    const { body } = await ask().expect(200);
    expect(body.data).toMatchObject({ split: 'counted', activity: 'purchase', withinDays: 14 });
    expect(body.data.variants).toMatchObject([
      { variant: 'a', visitors: 80, conversions: 48, rate: 0.6 },
      { variant: 'b', visitors: 70, conversions: 56, rate: 0.8 },
      { variant: 'c', visitors: 30, conversions: 0, rate: 0 },
    ]);
    const [difference] = body.data.differences;
    expect(difference).toMatchObject({ variant: 'b', against: 'a', beyondChance: true });
    expect(difference.interval[0]).toBeCloseTo(0.0524, 4);
    expect(difference.interval[1]).toBeCloseTo(0.3339, 4);
  });

  it('looks as far as it is asked to, for what it is asked for', async () => {
    const far = await ask('?withinDays=21');
    expect(far.body.data.variants[2]).toMatchObject({ variant: 'c', conversions: 30 });
    const other = await ask('?activity=pagevisit');
    expect(other.body.data.variants[0]).toMatchObject({ visitors: 80, conversions: 0 });
    expect(other.body.data.differences[0]).toMatchObject({ beyondChance: false });
  });

  it('refuses an activity that there is not, and whoever may not see activities', async () => {
    await ask('?activity=nonsense').expect(400);
    await ask('?withinDays=0').expect(400);
    await ask('', await adminWith(site, 'groups.read')).expect(403);
  });

  it('knows nothing of a split that nobody saw', async () => {
    const { body } = await site.http.get(`${SPLITS}/nothing`).set(asAdmin(site.adminToken));
    expect(body.data).toMatchObject({ variants: [], differences: [] });
  });
});
