import { adminRoute, EDITION_POLICY, NAMED_ACTIVITY } from '../../platform/admin-route';
import type { AdminPermission, Route } from '../../platform/module';
import { describeEvents } from './events-api/description';

const EMS = { editions: ['ems'] as const };

export const permissions: AdminPermission[] = [
  { uid: 'settings.read', displayName: 'Read', subCategory: 'Settings' },
  { uid: 'settings.update', displayName: 'Change', subCategory: 'Settings' },
];

export const trackingRoutes: { admin: Route[]; 'content-api': Route[] } = {
  admin: [
    // Every screen asks for the edition, the settings' reader or not.
    adminRoute('GET', '/edition', 'tracking.edition', 'contacts.read'),
    adminRoute('GET', '/live', 'tracking.live', NAMED_ACTIVITY, EMS),
    adminRoute('GET', '/stats', 'tracking.stats', 'contacts.read'),
    adminRoute(
      'GET',
      '/site-users/:documentId/contact',
      'tracking.siteUserContact',
      'contacts.read'
    ),
    adminRoute('GET', '/setup', 'tracking.setup', 'settings.read'),
    adminRoute('GET', '/settings', 'tracking.settings', 'settings.read'),
    adminRoute('PUT', '/settings', 'tracking.saveSettings', 'settings.update'),
  ],
  'content-api': [
    {
      method: 'POST',
      path: '/events',
      handler: 'events.create',
      describe: describeEvents,
      config: { policies: [EDITION_POLICY] },
    },
  ],
};
