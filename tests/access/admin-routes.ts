/** Every admin route, and what it takes to be let in. */
export interface GuardedRoute {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** As it is registered. */
  path: string;
  /** All of one of these sets are needed. */
  doors: string[][];
  /** What somebody with the permissions is answered who names nothing that exists. */
  status: number;
  /** Exists in the EMS edition only. */
  ems?: true;
}

type Row = [
  route: `${GuardedRoute['method']} /${string}`,
  permission: string | string[] | { anyOf: string[] },
  status: number,
];

/** They show who somebody is as well as what that person did. */
const BOTH = ['contacts.read', 'activities.read'];

/** They show who belongs to an account. */
const READ_PEOPLE = ['accounts.read', 'contacts.read'];
const CHANGE_PEOPLE = ['accounts.update', 'contacts.read'];

/** They show who is in a group. */
const READ_MEMBERS = ['groups.read', 'contacts.read'];
const WRITE_MEMBERS = ['groups.write', 'contacts.read'];

/** They show who has how many points. */
const READ_SCORED = ['scores.read', 'contacts.read'];

const doorsOf = (permissions: Row[1]): string[][] =>
  typeof permissions === 'object' && 'anyOf' in permissions
    ? permissions.anyOf.map((permission) => [permission])
    : [[permissions].flat()];

/** Of contacts and of accounts: what is about one of them asks for more. */
const LIST = { anyOf: ['contacts.read', 'accounts.read'] };

const rows = (table: Row[], edition: { ems?: true } = {}): GuardedRoute[] =>
  table.map(([route, permissions, status]) => {
    const [method, path] = route.split(' ') as [GuardedRoute['method'], string];
    return { method, path, doors: doorsOf(permissions), status, ...edition };
  });

export const guardedRoutes: GuardedRoute[] = [
  ...rows([
    ['GET /contacts', 'contacts.read', 200],
    ['GET /contacts/count', 'contacts.read', 200],
    ['GET /contacts/fields', 'contacts.read', 200],
    ['GET /contacts/find', 'contacts.read', 200],
    ['GET /contacts/export', ['contacts.read', 'contacts.export'], 200],
    ['POST /contacts/bulk', 'contacts.read', 400],
    ['POST /contacts', 'contacts.create', 400],
    ['GET /contacts/:documentId', 'contacts.read', 404],
    ['PUT /contacts/:documentId', 'contacts.update', 400],
    ['DELETE /contacts/:documentId', 'contacts.delete', 404],
    ['GET /bulk-batches', LIST, 200],
    ['POST /bulk-batches/:id/undo', LIST, 404],
    ['GET /views', LIST, 400],
    ['POST /views', LIST, 400],
    ['PUT /views/:id', LIST, 404],
    ['DELETE /views/:id', LIST, 404],
    ['GET /owners', 'contacts.read', 200],
    ['GET /custom-fields', 'settings.read', 200],
    ['POST /custom-fields', 'settings.update', 400],
    ['PUT /custom-fields/order', 'settings.update', 400],
    ['PUT /custom-fields/:documentId', 'settings.update', 404],
    ['DELETE /custom-fields/:documentId', 'settings.update', 404],
    ['GET /custom-fields/:documentId/usage', 'settings.read', 404],
    ['POST /custom-fields/:documentId/restore', 'settings.update', 404],
    ['GET /edition', 'contacts.read', 200],
    ['GET /stats', 'contacts.read', 200],
    ['GET /site-users/:documentId/contact', 'contacts.read', 200],
    ['GET /setup', 'settings.read', 200],
    ['GET /settings', 'settings.read', 200],
    ['PUT /settings', 'settings.update', 400],
    ['GET /webhooks', 'settings.read', 200],
    ['POST /webhooks', 'webhooks.manage', 400],
    ['PUT /webhooks/:id', 'webhooks.manage', 404],
    ['DELETE /webhooks/:id', 'webhooks.manage', 404],
    ['POST /webhooks/:id/rotate-secret', 'webhooks.manage', 404],
    ['POST /webhooks/:id/test', 'webhooks.manage', 404],
    ['GET /webhooks/:id/deliveries', 'settings.read', 404],
    ['POST /webhooks/:id/deliveries/:deliveryId/send-again', 'webhooks.manage', 404],
    ['GET /jobs', LIST, 200],
    ['GET /jobs/:id', LIST, 404],
    ['POST /jobs/:id/cancel', LIST, 404],
    ['GET /contact-groups', 'groups.read', 200],
    ['POST /contact-groups', 'groups.write', 400],
    ['GET /contact-groups/:documentId', 'groups.read', 404],
    ['PUT /contact-groups/:documentId', 'groups.write', 400],
    ['DELETE /contact-groups/:documentId', 'groups.write', 404],
    ['GET /contact-groups/:documentId/members', READ_MEMBERS, 404],
    ['POST /contact-groups/:documentId/members', WRITE_MEMBERS, 400],
    ['POST /contact-groups/:documentId/members/remove', WRITE_MEMBERS, 400],
    ['POST /contact-groups/:documentId/exclusions', WRITE_MEMBERS, 400],
    ['POST /contact-groups/:documentId/exclusions/remove', WRITE_MEMBERS, 400],
    ['GET /contact-groups/:documentId/used-by', READ_MEMBERS, 404],
    ['GET /contact-groups/:documentId/history', READ_MEMBERS, 404],
    ['GET /contact-groups/:documentId/sizes', 'groups.read', 404],
    ['GET /contacts/:documentId/groups', READ_MEMBERS, 404],
  ]),
  ...rows(
    [
      ['GET /contacts/:documentId/activities', BOTH, 404],
      ['GET /contacts/:documentId/summary', BOTH, 404],
      ['GET /contacts/:documentId/devices', BOTH, 404],
      ['GET /accounts/:documentId/activities', ['accounts.read', ...BOTH], 404],
      ['GET /accounts/:documentId/summary', ['accounts.read', 'activities.read'], 404],
      ['GET /contact-statuses', 'contacts.read', 200],
      ['GET /contact-statuses/counted', 'settings.read', 200],
      ['POST /contact-statuses', 'settings.update', 400],
      ['PUT /contact-statuses/order', 'settings.update', 400],
      ['PUT /contact-statuses/:documentId', 'settings.update', 400],
      ['DELETE /contact-statuses/:documentId', 'settings.update', 404],
      ['GET /activity-types', 'activities.read', 200],
      ['POST /activity-types', 'settings.update', 400],
      ['PUT /activity-types/:name', 'settings.update', 400],
      ['DELETE /activity-types/:name', 'settings.update', 404],
      ['GET /conditions/catalogue', 'contacts.read', 200],
      ['GET /conditions/values', 'contacts.read', 400],
      ['POST /conditions/preview', 'contacts.read', 400],
      ['POST /conditions/explain', 'contacts.read', 400],
      ['GET /live', BOTH, 200],
      ['POST /personalisation/preview', 'groups.read', 400],
      ['GET /personalisation/splits/:name', 'activities.read', 200],
      ['GET /accounts', 'accounts.read', 200],
      ['GET /accounts/count', 'accounts.read', 200],
      ['GET /accounts/fields', 'accounts.read', 200],
      ['GET /accounts/options', 'accounts.read', 200],
      ['GET /accounts/export', ['accounts.read', 'accounts.export'], 200],
      ['POST /accounts/bulk', 'accounts.read', 400],
      ['POST /accounts', 'accounts.create', 400],
      ['GET /accounts/:documentId', 'accounts.read', 404],
      ['PUT /accounts/:documentId', 'accounts.update', 400],
      ['DELETE /accounts/:documentId', 'accounts.delete', 404],
      ['GET /accounts/:documentId/children', 'accounts.read', 404],
      ['GET /accounts/:documentId/ancestors', 'accounts.read', 404],
      ['GET /accounts/:documentId/people', 'accounts.read', 404],
      ['GET /accounts/:documentId/members', READ_PEOPLE, 404],
      ['POST /accounts/:documentId/members', CHANGE_PEOPLE, 400],
      ['PUT /account-memberships/:documentId', CHANGE_PEOPLE, 400],
      ['POST /account-memberships/:documentId/end', CHANGE_PEOPLE, 404],
      ['DELETE /account-memberships/:documentId', CHANGE_PEOPLE, 404],
      ['GET /contacts/:documentId/accounts', READ_PEOPLE, 404],
      ['GET /account-statuses', 'accounts.read', 200],
      ['POST /account-statuses', 'settings.update', 400],
      ['PUT /account-statuses/order', 'settings.update', 400],
      ['PUT /account-statuses/:documentId', 'settings.update', 400],
      ['DELETE /account-statuses/:documentId', 'settings.update', 404],
      ['POST /contact-groups/:documentId/preview', READ_MEMBERS, 404],
      ['POST /contact-groups/:documentId/rebuild', 'groups.write', 404],
      ['GET /contact-groups/:documentId/explain/:contact', READ_MEMBERS, 404],
      ['GET /contact-groups/:documentId/accounts', ['groups.read', 'accounts.read'], 404],
      ['GET /accounts/:documentId/groups', ['groups.read', 'accounts.read'], 404],
      ['GET /scores', 'scores.read', 200],
      ['POST /scores', 'scores.write', 400],
      ['GET /scores/:documentId', 'scores.read', 404],
      ['PUT /scores/:documentId', 'scores.write', 400],
      ['DELETE /scores/:documentId', 'scores.write', 404],
      ['GET /scores/:documentId/contacts', READ_SCORED, 404],
      ['GET /scores/:documentId/distribution', 'scores.read', 404],
      ['POST /scores/:documentId/recompute', 'scores.write', 404],
      ['GET /contacts/:documentId/scores', READ_SCORED, 404],
      ['GET /accounts/:documentId/scores', ['scores.read', 'accounts.read'], 404],
      ['GET /contact-roles', 'accounts.read', 200],
      ['POST /contact-roles', 'settings.update', 400],
      ['PUT /contact-roles/order', 'settings.update', 400],
      ['PUT /contact-roles/:documentId', 'settings.update', 400],
      ['DELETE /contact-roles/:documentId', 'settings.update', 404],
    ],
    { ems: true }
  ),
];
