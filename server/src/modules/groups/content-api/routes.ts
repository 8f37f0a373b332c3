/** REST under `/api/contact-management`: Strapi's own routes of groups, and their members. */
import { z } from '@strapi/utils';
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

export const contentApiRoutes: Route[] = [
  ...coreRoutes('contact-group', '/contact-groups', {
    describe: { delete: () => ({ request: { params } }) },
  }),
  members('GET', 'members', describeMembers),
  members('POST', 'addMembers', describeChange),
  members('DELETE', 'removeMembers', describeChange),
];
