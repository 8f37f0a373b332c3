/** REST under `/api/contact-management`: Strapi's own routes of groups, and their members. */
import { z } from '@strapi/utils';
import { EDITION_POLICY } from '../../../platform/admin-route';
import { coreRoutes } from '../../../platform/core-routes';
import type { DescribeRoute, Route } from '../../../platform/module';
import { MOST_NAMED } from '../contract';

const params = { id: z.string().describe('The document id of the group') };
const documentIds = z.array(z.string()).max(MOST_NAMED).optional();

const describeChange: DescribeRoute = () => ({
  request: {
    params,
    body: {
      'application/json': z.object({
        contacts: documentIds.describe('Document ids of contacts'),
        accounts: documentIds.describe('Document ids of accounts, everybody in which is a member'),
      }),
    },
  },
  response: z.object({
    data: z.object({
      added: z.number().int(),
      removed: z.number().int(),
      size: z.number().int(),
    }),
  }),
});

const describeMembers: DescribeRoute = () => ({
  request: {
    params,
    query: {
      cursor: z.string().optional().describe('The nextCursor of the page before'),
      limit: z.number().int().min(1).max(100).optional(),
    },
  },
  response: z.object({
    data: z.array(
      z.object({
        contact: z.object({
          documentId: z.string(),
          displayName: z.string(),
          email: z.string().nullable(),
        }),
        byCondition: z.boolean(),
        byAccount: z.boolean(),
        byHand: z.boolean(),
        since: z.string(),
      })
    ),
    meta: z.object({ nextCursor: z.string().nullable() }),
  }),
});

const members = (method: Route['method'], action: string, describe: DescribeRoute): Route => ({
  method,
  path: '/contact-groups/:id/members',
  handler: `contact-group.${action}`,
  describe,
});

const people = z.array(
  z.object({
    documentId: z.string(),
    displayName: z.string(),
    email: z.string().nullable(),
  })
);

const describePreview: DescribeRoute = () => ({
  request: {
    body: {
      'application/json': z.object({
        condition: z.record(z.string(), z.unknown()).describe('See the reference of conditions'),
        timeZone: z.string().optional().describe('IANA; days of the condition are in it'),
        exact: z.boolean().optional().describe('Count to the end, however long it takes'),
      }),
    },
  },
  response: z.object({
    count: z.number().int(),
    exact: z.boolean().describe('Otherwise it is about so many'),
    sample: people,
  }),
});

const describeExplain: DescribeRoute = () => ({
  request: {
    params: { ...params, contactDocumentId: z.string().describe('The document id of the contact') },
  },
  response: z.object({
    data: z.object({
      type: z.string(),
      path: z.string().describe('rules[1].rule; the root is empty'),
      text: z.string().describe('What is asked, in words'),
      verdict: z.boolean(),
      evidence: z.record(z.string(), z.unknown()).optional(),
      rules: z
        .array(z.record(z.string(), z.unknown()))
        .optional()
        .describe('The same of each part'),
      at: z.string(),
    }),
  }),
});

const config = { policies: [EDITION_POLICY] };

export const contentApiRoutes: Route[] = [
  ...coreRoutes('contact-group', '/contact-groups', {
    describe: { delete: () => ({ request: { params } }) },
  }),
  {
    method: 'POST',
    path: '/contact-groups/preview',
    handler: 'contact-group.preview',
    describe: describePreview,
    config,
  },
  {
    method: 'GET',
    path: '/contact-groups/:id/explain/:contactDocumentId',
    handler: 'contact-group.explain',
    describe: describeExplain,
    config,
  },
  members('GET', 'members', describeMembers),
  members('POST', 'addMembers', describeChange),
  members('DELETE', 'removeMembers', describeChange),
];
