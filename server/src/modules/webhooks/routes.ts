import { adminRoute } from '../../platform/admin-route';
import type { AdminPermission } from '../../platform/module';

/** Apart from the other settings: a webhook takes contacts out of the house. */
export const permissions: AdminPermission[] = [
  { uid: 'webhooks.manage', displayName: 'Manage webhooks', subCategory: 'Settings' },
];

export const webhookRoutes = [
  adminRoute('GET', '/webhooks', 'webhooks.list', 'settings.read'),
  adminRoute('POST', '/webhooks', 'webhooks.create', 'webhooks.manage'),
  adminRoute('PUT', '/webhooks/:id', 'webhooks.update', 'webhooks.manage'),
  adminRoute('DELETE', '/webhooks/:id', 'webhooks.delete', 'webhooks.manage'),
  adminRoute('POST', '/webhooks/:id/rotate-secret', 'webhooks.rotateSecret', 'webhooks.manage'),
  adminRoute('POST', '/webhooks/:id/test', 'webhooks.test', 'webhooks.manage'),
  adminRoute('GET', '/webhooks/:id/deliveries', 'webhooks.deliveries', 'settings.read'),
  adminRoute(
    'POST',
    '/webhooks/:id/deliveries/:deliveryId/send-again',
    'webhooks.sendAgain',
    'webhooks.manage'
  ),
];
