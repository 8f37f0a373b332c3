/**
 * Fills a fresh database once. Where it began and what for is kept in Strapi's core store: a start
 * that was cut off goes on with the same data, and a database that has it is left alone. `CM_SAMPLE=off`
 * leaves a fresh database empty, as a new site finds it.
 */
import type { Core } from '@strapi/strapi';
import { generateSample, type SampleOptions } from '../generate';
import type { SampleData } from '../types';
import { loadContacts } from './load-contacts';
import { loadContent, loadOrders, readEntries } from './load-content';
import { loadHome } from './load-home';
import { loadVisits } from './load-visits';
import { edition } from './plugin-services';

const PLACE = { type: 'api', name: 'playground', key: 'sample' } as const;
const SEED = 20_260_314;

interface Progress extends SampleOptions {
  finished: boolean;
}

/** Needs the admin's login to be there: some contacts get an owner. */
export const loadSampleOnce = async (strapi: Core.Strapi): Promise<void> => {
  if (process.env.CM_SAMPLE === 'off') return;
  const progress = (await strapi.store.get(PLACE)) as Progress | null;
  if (progress?.finished) return;
  const { seed, now, siteUrl } = progress ?? {
    seed: SEED,
    now: Date.now(),
    siteUrl: process.env.CM_SITE_URL ?? 'http://127.0.0.1:2337',
  };
  const options = { seed, now, siteUrl };
  await strapi.store.set({ ...PLACE, value: { ...options, finished: false } });
  strapi.log.info('Loading the sample data');
  await load(strapi, generateSample(options), now);
  await strapi.store.set({ ...PLACE, value: { ...options, finished: true } });
};

const load = async (strapi: Core.Strapi, sample: SampleData, now: number) => {
  await loadContent(strapi, sample, now);
  await loadHome(strapi);
  await loadOrders(strapi, sample.orders);
  if (edition(strapi) === 'cms') {
    // Subscribed contacts are all this edition knows of.
    const contacts = sample.contacts.filter(({ subscription }) => subscription === 'subscribed');
    await loadContacts(strapi, { ...sample, contacts });
    return;
  }
  const contactIds = await loadContacts(strapi, sample);
  await loadVisits(strapi, { ...sample, contactIds, entries: await readEntries(strapi) });
};
