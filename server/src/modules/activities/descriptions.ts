/** What the content-API routes of activities take and answer, for the OpenAPI document. */
import { z } from '@strapi/utils';
import type { DescribeRoute } from '../../platform/module';
import type { ActivityPage, ActivityView } from './contract';
import { MAX_LIMIT } from './controller';

const text = z.string().nullable();

const activity: z.ZodType<ActivityView> = z.object({
  eventId: z.string(),
  type: z.string(),
  occurredAt: z.iso.datetime(),
  title: text,
  url: text,
  referrer: text,
  value: z.number().nullable(),
  sessionId: text,
  item: z.object({ uid: z.string(), documentId: text }).nullable(),
  utmSource: text,
  utmMedium: text,
  utmCampaign: text,
  utmTerm: text,
  utmContent: text,
  locale: text,
  country: text,
  device: text,
  browser: text,
  os: text,
  data: z.record(z.string(), z.unknown()).nullable(),
});

const page: z.ZodType<ActivityPage> = z.object({
  data: z.array(activity).describe('Newest first'),
  meta: z.object({ nextCursor: text }),
});

export const describeTimeline: DescribeRoute = () => ({
  request: {
    params: { documentId: z.string().describe('The document id of the contact') },
    query: {
      types: z.string().optional().describe('Activity types, separated by commas'),
      from: z.iso.datetime().optional().describe('Inclusive'),
      to: z.iso.datetime().optional().describe('Exclusive'),
      cursor: z.string().optional().describe('The `nextCursor` of the page before'),
      limit: z.number().int().min(1).max(MAX_LIMIT).optional(),
    },
  },
  response: page,
});
