import { adminRoute } from '../../platform/admin-route';
import type { AdminPermission, Route } from '../../platform/module';

export const permissions: AdminPermission[] = [
  { uid: 'groups.read', displayName: 'Read', subCategory: 'Groups' },
  { uid: 'groups.write', displayName: 'Create, edit and delete', subCategory: 'Groups' },
];

/** They show who is in a group. */
const READ_MEMBERS = ['groups.read', 'contacts.read'];
const WRITE_MEMBERS = ['groups.write', 'contacts.read'];
const EMS = { editions: ['ems'] } as const;

const GROUP = '/contact-groups/:documentId';

export const adminRoutes: Route[] = [
  adminRoute('GET', '/contact-groups', 'groups-admin.list', 'groups.read'),
  adminRoute('POST', '/contact-groups', 'groups-admin.create', 'groups.write'),
  adminRoute('GET', GROUP, 'groups-admin.findOne', 'groups.read'),
  adminRoute('PUT', GROUP, 'groups-admin.update', 'groups.write'),
  adminRoute('DELETE', GROUP, 'groups-admin.delete', 'groups.write'),
  adminRoute('GET', `${GROUP}/members`, 'groups-admin.members', READ_MEMBERS),
  adminRoute('POST', `${GROUP}/members`, 'groups-admin.addMembers', WRITE_MEMBERS),
  adminRoute('POST', `${GROUP}/members/remove`, 'groups-admin.removeMembers', WRITE_MEMBERS),
  adminRoute('POST', `${GROUP}/exclusions`, 'groups-admin.exclude', WRITE_MEMBERS),
  adminRoute('POST', `${GROUP}/exclusions/remove`, 'groups-admin.takeBack', WRITE_MEMBERS),
  adminRoute(
    'GET',
    `${GROUP}/accounts`,
    'groups-admin.accounts',
    ['groups.read', 'accounts.read'],
    EMS
  ),
  adminRoute('POST', `${GROUP}/preview`, 'dynamic-groups-admin.preview', READ_MEMBERS, EMS),
  adminRoute('POST', `${GROUP}/rebuild`, 'dynamic-groups-admin.rebuild', 'groups.write', EMS),
  adminRoute('GET', `${GROUP}/explain/:contact`, 'dynamic-groups-admin.explain', READ_MEMBERS, EMS),
  adminRoute('GET', `${GROUP}/history`, 'dynamic-groups-admin.history', READ_MEMBERS),
  adminRoute('GET', `${GROUP}/sizes`, 'dynamic-groups-admin.sizes', 'groups.read'),
  adminRoute('GET', `${GROUP}/used-by`, 'groups-admin.usedBy', READ_MEMBERS),
  adminRoute(
    'GET',
    '/accounts/:documentId/groups',
    'groups-admin.ofAccount',
    ['groups.read', 'accounts.read'],
    EMS
  ),
  adminRoute('GET', '/contacts/:documentId/groups', 'groups-admin.ofContact', READ_MEMBERS),
];
