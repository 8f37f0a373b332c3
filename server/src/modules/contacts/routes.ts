import { adminRoute } from '../../platform/admin-route';
import { labelChangeRoutes } from '../../platform/label-routes';
import type { AdminPermission } from '../../platform/module';

export const permissions: AdminPermission[] = [
  { uid: 'contacts.read', displayName: 'Read', subCategory: 'Contacts' },
  { uid: 'contacts.create', displayName: 'Create', subCategory: 'Contacts' },
  { uid: 'contacts.update', displayName: 'Edit', subCategory: 'Contacts' },
  { uid: 'contacts.delete', displayName: 'Delete', subCategory: 'Contacts' },
  { uid: 'contacts.export', displayName: 'Export', subCategory: 'Contacts' },
];

/** Fixed paths first: `:documentId` would take them. */
export const adminRoutes = [
  adminRoute('GET', '/contacts', 'contacts-admin.list', 'contacts.read'),
  adminRoute('GET', '/contacts/count', 'contacts-admin.count', 'contacts.read'),
  adminRoute('GET', '/contacts/fields', 'contacts-admin.fields', 'contacts.read'),
  adminRoute('GET', '/contacts/find', 'contacts-admin.find', 'contacts.read'),
  adminRoute('GET', '/contacts/export', 'contacts-admin.export', [
    'contacts.read',
    'contacts.export',
  ]),
  // Each of the actions asks for a permission of its own.
  adminRoute('POST', '/contacts/bulk', 'contacts-admin.bulk', 'contacts.read'),
  adminRoute('POST', '/contacts', 'contacts-admin.create', 'contacts.create'),
  adminRoute('GET', '/contacts/:documentId', 'contacts-admin.findOne', 'contacts.read'),
  adminRoute('PUT', '/contacts/:documentId', 'contacts-admin.update', 'contacts.update'),
  adminRoute('DELETE', '/contacts/:documentId', 'contacts-admin.delete', 'contacts.delete'),
  adminRoute('GET', '/contact-statuses', 'contacts-admin.statuses', 'contacts.read', {
    editions: ['ems'],
  }),
  // Their own route: counting who has one takes its time among a million contacts.
  adminRoute('GET', '/contact-statuses/counted', 'contact-statuses-admin.list', 'settings.read', {
    editions: ['ems'],
  }),
  ...labelChangeRoutes('/contact-statuses', 'contact-statuses-admin'),
  adminRoute('GET', '/owners', 'contacts-admin.owners', 'contacts.read'),
];
