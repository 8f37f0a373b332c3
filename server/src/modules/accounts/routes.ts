import { adminRoute } from '../../platform/admin-route';
import { labelChangeRoutes } from '../../platform/label-routes';
import type { AdminPermission, Route } from '../../platform/module';

export const permissions: AdminPermission[] = [
  { uid: 'accounts.read', displayName: 'Read', subCategory: 'Accounts' },
  { uid: 'accounts.create', displayName: 'Create', subCategory: 'Accounts' },
  { uid: 'accounts.update', displayName: 'Edit', subCategory: 'Accounts' },
  { uid: 'accounts.delete', displayName: 'Delete', subCategory: 'Accounts' },
  { uid: 'accounts.export', displayName: 'Export', subCategory: 'Accounts' },
];

/** They show who belongs to an account. */
const READ_PEOPLE = ['accounts.read', 'contacts.read'];
const CHANGE_PEOPLE = ['accounts.update', 'contacts.read'];

const route = (
  method: Route['method'],
  path: string,
  handler: string,
  needed: string | string[]
): Route => adminRoute(method, path, handler, needed, { editions: ['ems'] });

/** Shown wherever accounts are, changed in the settings. */
const labelRoutes = (path: string, controller: string): Route[] => [
  route('GET', path, `${controller}.list`, 'accounts.read'),
  ...labelChangeRoutes(path, controller),
];

/** Fixed paths first: `:documentId` would take them. */
export const adminRoutes: Route[] = [
  route('GET', '/accounts', 'accounts-admin.list', 'accounts.read'),
  route('GET', '/accounts/count', 'accounts-admin.count', 'accounts.read'),
  route('GET', '/accounts/fields', 'accounts-admin.fields', 'accounts.read'),
  route('GET', '/accounts/options', 'accounts-admin.options', 'accounts.read'),
  route('GET', '/accounts/export', 'accounts-admin.export', ['accounts.read', 'accounts.export']),
  route('POST', '/accounts/bulk', 'accounts-admin.bulk', 'accounts.read'),
  route('POST', '/accounts', 'accounts-admin.create', 'accounts.create'),
  route('GET', '/accounts/:documentId', 'accounts-admin.findOne', 'accounts.read'),
  route('PUT', '/accounts/:documentId', 'accounts-admin.update', 'accounts.update'),
  route('DELETE', '/accounts/:documentId', 'accounts-admin.delete', 'accounts.delete'),
  route('GET', '/accounts/:documentId/children', 'accounts-admin.children', 'accounts.read'),
  route('GET', '/accounts/:documentId/ancestors', 'accounts-admin.ancestors', 'accounts.read'),
  route('GET', '/accounts/:documentId/people', 'accounts-admin.people', 'accounts.read'),
  route('GET', '/accounts/:documentId/members', 'account-members-admin.list', READ_PEOPLE),
  route('POST', '/accounts/:documentId/members', 'account-members-admin.add', CHANGE_PEOPLE),
  route('PUT', '/account-memberships/:documentId', 'account-members-admin.update', CHANGE_PEOPLE),
  route('POST', '/account-memberships/:documentId/end', 'account-members-admin.end', CHANGE_PEOPLE),
  route(
    'DELETE',
    '/account-memberships/:documentId',
    'account-members-admin.delete',
    CHANGE_PEOPLE
  ),
  route('GET', '/contacts/:documentId/accounts', 'account-members-admin.ofContact', READ_PEOPLE),
  ...labelRoutes('/account-statuses', 'account-statuses-admin'),
  ...labelRoutes('/contact-roles', 'contact-roles-admin'),
];
