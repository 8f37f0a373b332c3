/** What happened in the visits, through the plugin's own door for activities. */
import type { Core } from '@strapi/strapi';
import type { SampleContact, SampleVisit } from '../types';
import { inBatches } from './batches';
import type { ContactIds } from './load-contacts';
import { entryKey, type Entries } from './load-content';
import { loadSessions, loadVisitors, sessionKey } from './load-visitors';
import { activities, type NewActivity } from './plugin-services';

export const loadVisits = async (
  strapi: Core.Strapi,
  from: {
    contacts: SampleContact[];
    visits: SampleVisit[];
    contactIds: ContactIds;
    entries: Entries;
  }
): Promise<void> => {
  const visitorIds = await loadVisitors(strapi, from);
  const sessionIds = await loadSessions(strapi, { ...from, visitorIds });
  const peopleByKey = new Map(from.contacts.map(({ key, person }) => [key, person]));
  const rows = from.visits.flatMap((visit) => {
    const contactId = from.contactIds.get(visit.contactKey);
    const visitorId = visitorIds.get(visit.device.visitorKey);
    const person = peopleByKey.get(visit.contactKey);
    if (contactId === undefined || visitorId === undefined || !person) return [];
    const sessionId = sessionIds.get(sessionKey(visitorId, visit.startedAt)) ?? 0;
    const { device, browser, os } = visit.device;
    const common = { contactId, visitorId, sessionId, device, browser, os };
    return toActivities(visit, {
      ...common,
      country: person.country,
      locale: person.language,
      entries: from.entries,
    });
  });
  for (const batch of inBatches(rows, 500)) await activities(strapi).append(batch);
};

type Circumstances = Pick<
  NewActivity,
  'contactId' | 'visitorId' | 'sessionId' | 'device' | 'browser' | 'os' | 'country' | 'locale'
> & { entries: Entries };

const toActivities = (
  { source, activities: done }: SampleVisit,
  { entries, ...circumstances }: Circumstances
): NewActivity[] => {
  const { utmSource, utmMedium, utmCampaign, utmTerm, utmContent } = source;
  const utm = { utmSource, utmMedium, utmCampaign, utmTerm, utmContent };
  const none = {
    utmSource: null,
    utmMedium: null,
    utmCampaign: null,
    utmTerm: null,
    utmContent: null,
  };
  return done.map(({ item, ...activity }) => ({
    ...circumstances,
    ...activity,
    // Only an address that carries them has them, as with a real visit.
    ...(activity.url?.includes('utm_') ? utm : none),
    receivedAt: activity.occurredAt,
    itemUid: item?.uid ?? null,
    itemDocumentId: item ? (entries.get(entryKey(item)) ?? null) : null,
  }));
};
