/** REST under `/api/contact-management`: scores, and what contacts and accounts have in them. EMS only. */
import { z } from '@strapi/utils';
import { EDITION_POLICY } from '../../../platform/admin-route';
import { coreRoutes } from '../../../platform/core-routes';
import type { DescribeRoute, Route } from '../../../platform/module';
import { ROLL_UPS } from '../contract';

const config = { policies: [EDITION_POLICY] };

const scoreShape = z.object({
  documentId: z.string(),
  name: z.string().describe('The code'),
  displayName: z.string(),
  isMain: z.boolean(),
});

const awardShape = z.object({
  rule: z.object({ id: z.number().int(), name: z.string() }),
  reason: z.string(),
  activity: z
    .object({
      eventId: z.string(),
      type: z.string(),
      title: z.string().nullable(),
      url: z.string().nullable(),
    })
    .nullable(),
  awardedAt: z.string(),
  points: z.number().int().describe('What was awarded'),
  pointsNow: z.number().describe('What it counts at computedAt'),
  expiresAt: z.string().nullable(),
  halfLifeDays: z.number().nullable(),
});

const describeOfContact: DescribeRoute = () => ({
  request: { params: { documentId: z.string().describe('The document id of the contact') } },
  response: z.object({
    data: z.array(
      z.object({
        score: scoreShape,
        total: z.number().describe('The sum of pointsNow of all awards'),
        computedAt: z.string().nullable(),
        awards: z.array(awardShape).describe('The newest 200 that count'),
        hasMore: z.boolean(),
      })
    ),
  }),
});

const describeOfAccount: DescribeRoute = () => ({
  request: {
    params: { documentId: z.string().describe('The document id of the account') },
    query: {
      subsidiaries: z.enum(['true', 'false']).optional().describe('With everything below it'),
    },
  },
  response: z.object({
    data: z.array(
      z.object({
        score: scoreShape,
        rollUp: z.enum(ROLL_UPS),
        value: z.number(),
        people: z.number().int(),
        scored: z.number().int().describe('Those whose total is not 0'),
      })
    ),
  }),
});

export const contentApiRoutes: Route[] = [
  ...coreRoutes('score', '/scores', {
    config,
    describe: {
      delete: () => ({
        request: { params: { id: z.string().describe('The document id of the score') } },
      }),
    },
  }),
  {
    method: 'GET',
    path: '/contacts/:documentId/scores',
    handler: 'score.ofContact',
    describe: describeOfContact,
    config,
  },
  {
    method: 'GET',
    path: '/accounts/:documentId/scores',
    handler: 'score.ofAccount',
    describe: describeOfAccount,
    config,
  },
];
