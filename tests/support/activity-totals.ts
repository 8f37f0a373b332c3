/** The totals of contacts' activities, and what they have to be. */
import { activityTotals } from '../../server/src/modules/activities/totals/service';
import type { TestSite } from './strapi';

/** A contact's number, activities, purchases, their value, the last moment. */
export type ContactTotals = number[];

const asNumbers = (rows: object[]): ContactTotals[] =>
  rows.map((row) => Object.values(row).map(Number));

export const keptTotals = async (site: TestSite): Promise<ContactTotals[]> =>
  asNumbers(
    await site.strapi.db
      .connection('cm_activity_totals')
      .orderBy('contact_id')
      .select('contact_id', 'activities', 'purchases', 'purchased_value', 'last_at')
  );

export const trueTotals = async (site: TestSite): Promise<ContactTotals[]> => {
  const { connection } = site.strapi.db;
  return asNumbers(
    await connection('cm_activities')
      .whereNotNull('contact_id')
      .groupBy('contact_id')
      .orderBy('contact_id')
      .select({
        contact: 'contact_id',
        activities: connection.raw('count(*)'),
        purchases: connection.raw(`sum(case when type = 'purchase' then 1 else 0 end)`),
        value: connection.raw(`coalesce(sum(case when type = 'purchase' then value end), 0)`),
        last: connection.raw('max(occurred_at)'),
      })
  );
};

/** Counts until everything is in the totals that is committed now. */
export const countActivities = async (site: TestSite): Promise<void> => {
  // One that is at it already may have looked before.
  await activityTotals(site.strapi).catchUp();
  await activityTotals(site.strapi).catchUp();
};

export const expectTrueTotals = async (site: TestSite): Promise<void> => {
  await countActivities(site);
  expect(await keptTotals(site)).toEqual(await trueTotals(site));
};
