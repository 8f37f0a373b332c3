import { adminRoute, EDITION_POLICY, NAMED_ACTIVITY } from '../../platform/admin-route';
import type { Route } from '../../platform/module';
import { describeAccountSummary, describeAccountTimeline, describeTimeline } from './descriptions';

const EMS = { editions: ['ems'] as const };

const ACCOUNT_TIMELINE = '/accounts/:documentId/activities';
const ACCOUNT_SUMMARY = '/accounts/:documentId/summary';

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
    adminRoute(
      'GET',
      ACCOUNT_TIMELINE,
      'account-activities.timeline',
      ['accounts.read', ...NAMED_ACTIVITY],
      EMS
    ),
    adminRoute(
      'GET',
      ACCOUNT_SUMMARY,
      'account-activities.summary',
      ['accounts.read', 'activities.read'],
      EMS
    ),
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
    {
      method: 'GET',
      path: ACCOUNT_TIMELINE,
      handler: 'account-activities.timeline',
      describe: describeAccountTimeline,
      config: { policies: [EDITION_POLICY] },
    },
    {
      method: 'GET',
      path: ACCOUNT_SUMMARY,
      handler: 'account-activities.summary',
      describe: describeAccountSummary,
      config: { policies: [EDITION_POLICY] },
    },
  ],
};
