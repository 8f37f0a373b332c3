import { adminRoute } from '../admin-route';

/** Fixed paths first: `:documentId` would take them. */
export const customFieldRoutes = [
  adminRoute('GET', '/custom-fields', 'custom-fields.list', 'settings.read'),
  adminRoute('POST', '/custom-fields', 'custom-fields.create', 'settings.update'),
  adminRoute('PUT', '/custom-fields/order', 'custom-fields.reorder', 'settings.update'),
  adminRoute('PUT', '/custom-fields/:documentId', 'custom-fields.update', 'settings.update'),
  adminRoute('DELETE', '/custom-fields/:documentId', 'custom-fields.delete', 'settings.update'),
  adminRoute('GET', '/custom-fields/:documentId/usage', 'custom-fields.usage', 'settings.read'),
  adminRoute(
    'POST',
    '/custom-fields/:documentId/restore',
    'custom-fields.restore',
    'settings.update'
  ),
];
