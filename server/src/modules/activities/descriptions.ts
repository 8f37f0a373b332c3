/** What the content-API routes of activities take and answer, for the OpenAPI document. */
import { z } from '@strapi/utils';
import type { DescribeRoute } from '../../platform/module';
import type { AccountActivityPage, AccountSummary, ActivityPage, ActivityView } from './contract';
import { MAX_LIMIT } from './parse-timeline';

const text = z.string().nullable();

const activity = z.object({
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
}) satisfies z.ZodType<ActivityView>;

const page: z.ZodType<ActivityPage> = z.object({
  data: z.array(activity).describe('Newest first'),
  meta: z.object({ nextCursor: text }),
});

const timelineFilter = {
  types: z.string().optional().describe('Activity types, separated by commas'),
  from: z.iso.datetime().optional().describe('Inclusive'),
  to: z.iso.datetime().optional().describe('Exclusive'),
  cursor: z.string().optional().describe('The `nextCursor` of the page before'),
  limit: z.number().int().min(1).max(MAX_LIMIT).optional(),
};

export const describeTimeline: DescribeRoute = () => ({
  request: {
    params: { documentId: z.string().describe('The document id of the contact') },
    query: timelineFilter,
  },
  response: page,
});

const ofAccount = {
  params: { documentId: z.string().describe('The document id of the account') },
  subsidiaries: z
    .enum(['true', 'false'])
    .optional()
    .describe('With every account below it; without unless given'),
};

const accountPage: z.ZodType<AccountActivityPage> = z.object({
  data: z
    .array(
      activity.extend({
        contact: z.object({ documentId: z.string(), displayName: z.string(), email: text }),
      })
    )
    .describe('Newest first'),
  meta: z.object({ nextCursor: text }),
});

export const describeAccountTimeline: DescribeRoute = () => ({
  request: {
    params: ofAccount.params,
    query: {
      ...timelineFilter,
      subsidiaries: ofAccount.subsidiaries,
      former: z
        .enum(['true', 'false'])
        .optional()
        .describe('With activities of former members; without unless given'),
    },
  },
  response: accountPage,
});

const count = z.number().int();
const summary: z.ZodType<AccountSummary> = z.object({
  contacts: z.object({
    current: count,
    former: count,
    active: count.describe('Current members who did something in the last 30 days'),
  }),
  subsidiaries: count.describe('Accounts right below it, or all of them with `subsidiaries`'),
  activities: count.describe('Of current members, as are the figures below'),
  purchases: count,
  purchasedValue: z.number(),
  lastActivityAt: z.iso.datetime().nullable(),
  engagement: z
    .object({
      trend: z
        .enum(['up', 'flat', 'falling'])
        .describe('`flat` up to a fifth more or less than before'),
      recent: count.describe('Activities in the last 30 days'),
      before: count.describe('Activities in the 30 days before'),
      people: count.describe('Whose activities were counted: at most about 500, evenly chosen'),
    })
    .nullable()
    .describe('Null when nobody did anything in the last 60 days'),
  countedAt: z.iso
    .datetime()
    .nullable()
    .describe('What was recorded before is in the figures; null while all is counted anew'),
});

export const describeAccountSummary: DescribeRoute = () => ({
  request: { params: ofAccount.params, query: { subsidiaries: ofAccount.subsidiaries } },
  response: z.object({ data: summary }),
});
