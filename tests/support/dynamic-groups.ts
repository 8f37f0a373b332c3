/** Groups by condition in tests: made, settled and looked at. */
import { setTimeout as sleep } from 'node:timers/promises';
import { REBUILD_JOB } from '../../server/src/modules/groups/dynamic/start-rebuild';
import { REINDEX_JOB } from '../../server/src/platform/fields/reindex';
import { jobs } from '../../server/src/platform/jobs/service';
import { recalculation } from '../../server/src/platform/recalculation/recalculation-module';
import { groupsOf } from './groups';
import type { TestSite } from './strapi';

const LOOK_AGAIN_MILLISECONDS = 20;

export const dynamicOf = (site: TestSite) => {
  const groups = groupsOf(site);
  const isPending = async (): Promise<boolean> =>
    (await jobs(site.strapi).isPending(REINDEX_JOB)) ||
    (await jobs(site.strapi).isPending(REBUILD_JOB));
  /** Nothing waits to be worked out, no field to be indexed and no group to be rebuilt. */
  const settled = async (): Promise<void> => {
    while (await isPending()) await sleep(LOOK_AGAIN_MILLISECONDS);
    await recalculation(site.strapi).drained();
  };
  return {
    ...groups,
    settled,
    newDynamic: async (name: string, condition: object, data: object = {}) => {
      const group = await groups.newGroup(name, { kind: 'dynamic', condition, ...data });
      await settled();
      return group;
    },
    evaluations: () => recalculation(site.strapi).evaluations(),
  };
};

export const inCountry = (...countries: string[]) => ({
  type: 'attribute',
  field: 'country',
  operator: 'in',
  value: countries,
});

export const bought = (count = 1, activity = 'purchase') => ({
  type: 'activity',
  activity,
  operator: 'atLeast',
  count,
});
