import { adminRoute } from '../../platform/admin-route';
import type { AdminPermission, Route } from '../../platform/module';

export const permissions: AdminPermission[] = [
  { uid: 'scores.read', displayName: 'Read', subCategory: 'Scores' },
  { uid: 'scores.write', displayName: 'Create, edit and delete', subCategory: 'Scores' },
];

/** They show who has how many points. */
const READ_CONTACTS = ['scores.read', 'contacts.read'];
const EMS = { editions: ['ems'] } as const;

const SCORE = '/scores/:documentId';

export const adminRoutes: Route[] = [
  adminRoute('GET', '/scores', 'scores-admin.list', 'scores.read', EMS),
  adminRoute('POST', '/scores', 'scores-admin.create', 'scores.write', EMS),
  adminRoute('GET', SCORE, 'scores-admin.findOne', 'scores.read', EMS),
  adminRoute('PUT', SCORE, 'scores-admin.update', 'scores.write', EMS),
  adminRoute('DELETE', SCORE, 'scores-admin.delete', 'scores.write', EMS),
  adminRoute('GET', `${SCORE}/contacts`, 'scores-admin.contacts', READ_CONTACTS, EMS),
  adminRoute('GET', `${SCORE}/distribution`, 'scores-admin.distribution', 'scores.read', EMS),
  adminRoute('POST', `${SCORE}/recompute`, 'scores-admin.recompute', 'scores.write', EMS),
  adminRoute('GET', '/contacts/:documentId/scores', 'scores-admin.ofContact', READ_CONTACTS, EMS),
  adminRoute(
    'GET',
    '/accounts/:documentId/scores',
    'scores-admin.ofAccount',
    ['scores.read', 'accounts.read'],
    EMS
  ),
];
