/** The one buffer of this server between the collect endpoint and the database. */
import type { Core } from '@strapi/strapi';
import { config } from '../../../config';
import { dialectOf, type Dialect } from '../../../platform/sql/dialect';
import { trackingSettings } from '../settings';
import { createMemoryBuffer, type IngestBuffer } from './buffer';
import type { Visit, VisitResult } from './visit';
import { writeVisits } from './write-visits';

/** Batches in flight at once. SQLite has one writer. */
const LANES: Record<Dialect, number> = { sqlite: 1, postgres: 2, mysql: 2 };

export const createIngest = (strapi: Core.Strapi): IngestBuffer<Visit, VisitResult> => {
  const { maxEvents, maxWaitMilliseconds, batchSize } = config(strapi).tracking.buffer;
  return createMemoryBuffer<Visit, VisitResult>({
    write: (visits) =>
      writeVisits(strapi, visits, {
        consentRequired: trackingSettings(strapi).current().consent === 'required',
      }),
    sizeOf: ({ events }) => events.length,
    keyOf: ({ key }) => key,
    maxEvents,
    maxWaitMilliseconds,
    batchSize,
    lanes: LANES[dialectOf(strapi)],
  });
};
