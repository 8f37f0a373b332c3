import { adminRoute, EDITION_POLICY, NAMED_ACTIVITY } from '../../platform/admin-route';
import type { Route } from '../../platform/module';
import { describeTimeline } from './descriptions';

const EMS = { editions: ['ems'] as const };

export const activityRoutes: { admin: Route[]; 'content-api': Route[] } = {
  admin: [
    adminRoute(
      'GET',
      '/contacts/:documentId/activities',
      'activities.timeline',
      NAMED_ACTIVITY,
      EMS
    ),
    adminRoute('GET', '/contacts/:documentId/summary', 'activities.summary', NAMED_ACTIVITY, EMS),
    adminRoute('GET', '/activity-types', 'activities.types', 'activities.read', EMS),
    adminRoute('POST', '/activity-types', 'activities.saveType', 'settings.update', EMS),
    adminRoute('PUT', '/activity-types/:name', 'activities.saveType', 'settings.update', EMS),
    adminRoute('DELETE', '/activity-types/:name', 'activities.removeType', 'settings.update', EMS),
  ],
  'content-api': [
    {
      method: 'GET',
      path: '/contacts/:documentId/activities',
      handler: 'activities.timeline',
      describe: describeTimeline,
      config: { policies: [EDITION_POLICY] },
    },
  ],
};
