/** The one buffer of this server between the collect endpoint and the database. */
import type { Core } from '@strapi/strapi';
import { config } from '../../../config';
import { dialectOf, type Dialect } from '../../../platform/sql/dialect';
import { isOutage } from '../../../platform/sql/outage';
import { watchGrowth } from '../../../platform/sql/young-table';
import { ACTIVITIES_TABLE } from '../../activities';
import { CONTACTS_TABLE } from '../../contacts';
import { trackingSettings } from '../settings';
import { createMemoryBuffer, type IngestBuffer } from './buffer';
import type { Visit, VisitResult } from './visit';
import { writeVisits } from './write-visits';

/** Batches in flight at once. SQLite has one writer. */
const LANES: Record<Dialect, number> = { sqlite: 1, postgres: 2, mysql: 2 };

/** What conditions and scores ask activities for within seconds of their arrival. */
const COUNTED = ['contact_id', 'type', 'occurred_at'];

export const createIngest = (strapi: Core.Strapi): IngestBuffer<Visit, VisitResult> => {
  const { maxEvents, maxWaitMilliseconds, batchSize } = config(strapi).tracking.buffer;
  const contacts = watchGrowth(strapi, CONTACTS_TABLE);
  const activities = watchGrowth(strapi, ACTIVITIES_TABLE, COUNTED);
  return createMemoryBuffer<Visit, VisitResult>({
    write: async (visits) => {
      const consentRequired = trackingSettings(strapi).current().consent === 'required';
      const { results, newContacts } = await writeVisits(strapi, visits, { consentRequired });
      contacts.grew(newContacts);
      activities.grew(visits.reduce((sum, { events }) => sum + events.length, 0));
      return results;
    },
    sizeOf: ({ events }) => events.length,
    keyOf: ({ key }) => key,
    isOutage,
    maxEvents,
    maxWaitMilliseconds,
    batchSize,
    lanes: LANES[dialectOf(strapi)],
  });
};
