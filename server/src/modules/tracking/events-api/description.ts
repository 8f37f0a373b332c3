/** What `POST /events` takes and answers, for the OpenAPI document. */
import { z } from '@strapi/utils';
import type { DescribeRoute } from '../../../platform/module';
import { REJECTION_CODES, type EventsAnswer } from '../contract';
import { MOST_EVENTS } from './parse-body';

const contact = z
  .union([
    z.object({ documentId: z.string() }),
    z.object({ email: z.string() }),
    z.object({ externalId: z.string() }),
  ])
  .describe('Whose it is; an e-mail that nobody has makes a contact');

const event = z.object({
  id: z.string().min(1).max(100).describe('Sent twice, it is stored once'),
  type: z.string().min(1).max(63).describe('The name of an activity type'),
  contact,
  at: z
    .union([z.iso.datetime(), z.number()])
    .optional()
    .describe('ISO 8601 or epoch milliseconds; now by default'),
  url: z.string().max(2_048).nullable().optional(),
  title: z.string().nullable().optional(),
  referrer: z.string().nullable().optional(),
  value: z.number().nullable().optional(),
  locale: z.string().max(35).nullable().optional(),
  item: z
    .object({ uid: z.string().max(255), documentId: z.string().max(64).nullable().optional() })
    .nullable()
    .optional()
    .describe('The Strapi entry that it is about'),
  data: z.record(z.string(), z.unknown()).nullable().optional(),
});

const answer: z.ZodType<EventsAnswer> = z.object({
  accepted: z.number().int(),
  duplicates: z.number().int(),
  rejected: z.array(
    z.object({
      index: z.number().int(),
      code: z.enum(REJECTION_CODES),
      message: z.string(),
    })
  ),
});

export const describeEvents: DescribeRoute = () => ({
  request: {
    body: { 'application/json': z.object({ events: z.array(event).min(1).max(MOST_EVENTS) }) },
  },
  response: answer,
});
