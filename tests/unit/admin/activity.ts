import type { ActivityView } from '../../../server/src/modules/activities/contract';

/** An activity of which nothing is known but what a test says. */
export const activity = (known: Partial<ActivityView> = {}): ActivityView => ({
  eventId: 'event',
  type: 'pagevisit',
  occurredAt: '2026-03-02T10:00:00.000Z',
  title: null,
  url: null,
  referrer: null,
  value: null,
  sessionId: null,
  item: null,
  utmSource: null,
  utmMedium: null,
  utmCampaign: null,
  utmTerm: null,
  utmContent: null,
  locale: null,
  country: null,
  device: null,
  browser: null,
  os: null,
  data: null,
  ...known,
});
