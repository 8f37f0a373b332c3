import { z } from '@strapi/utils';
import { adminRoute, EDITION_POLICY } from '../../platform/admin-route';
import type { DescribeRoute, Route } from '../../platform/module';
import type { Personalised } from './contract';

const EMS = { editions: ['ems'] } as const;

const answer: z.ZodType<Personalised> = z.object({
  varies: z.boolean().describe('Whether it depends on the visitor at all'),
  groups: z.array(z.string()).describe('Codes of the groups that decide'),
  conditions: z.array(z.string()).describe('Conditions that decide, as audience tokens name them'),
  splits: z.array(
    z.object({
      name: z.string(),
      bounds: z.array(z.number()).describe('Percentages at which another arm begins'),
    })
  ),
});

const describePersonalised: DescribeRoute = () => ({
  request: {
    query: {
      uid: z.string().max(255).describe('A content type: api::page.page'),
      documentId: z.string().max(64).optional().describe('Without one, of a list of all entries'),
      locale: z.string().max(35).optional(),
    },
  },
  response: z.object({ data: answer }),
});

export const routes: { admin: Route[]; 'content-api': Route[] } = {
  admin: [
    adminRoute(
      'POST',
      '/personalisation/preview',
      'personalisation-admin.preview',
      'groups.read',
      EMS
    ),
    adminRoute(
      'GET',
      '/personalisation/splits/:name',
      'personalisation-admin.split',
      'activities.read',
      EMS
    ),
  ],
  'content-api': [
    {
      method: 'GET',
      path: '/personalised',
      handler: 'personalised.find',
      describe: describePersonalised,
      config: { policies: [EDITION_POLICY] },
    },
  ],
};
