/** Every admin route, and what it takes to be let in. */
export interface GuardedRoute {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** As it is registered. */
  path: string;
  /** All of them are needed. */
  permissions: string[];
  /** What somebody with the permissions is answered who names nothing that exists. */
  status: number;
  /** Exists in the EMS edition only. */
  ems?: true;
}

type Row = [
  route: `${GuardedRoute['method']} /${string}`,
  permission: string | string[],
  status: number,
];

/** They show who somebody is as well as what that person did. */
const BOTH = ['contacts.read', 'activities.read'];

const rows = (table: Row[], edition: { ems?: true } = {}): GuardedRoute[] =>
  table.map(([route, permissions, status]) => {
    const [method, path] = route.split(' ') as [GuardedRoute['method'], string];
    return { method, path, permissions: [permissions].flat(), status, ...edition };
  });

export const guardedRoutes: GuardedRoute[] = [
  ...rows([
    ['GET /contacts', 'contacts.read', 200],
    ['GET /contacts/count', 'contacts.read', 200],
    ['GET /contacts/fields', 'contacts.read', 200],
    ['POST /contacts/bulk', 'contacts.update', 400],
    ['POST /contacts', 'contacts.create', 400],
    ['GET /contacts/:documentId', 'contacts.read', 404],
    ['PUT /contacts/:documentId', 'contacts.update', 400],
    ['DELETE /contacts/:documentId', 'contacts.delete', 404],
    ['GET /owners', 'contacts.read', 200],
    ['GET /edition', 'contacts.read', 200],
    ['GET /stats', 'contacts.read', 200],
    ['GET /setup', 'settings.read', 200],
    ['GET /settings', 'settings.read', 200],
    ['PUT /settings', 'settings.update', 400],
    ['GET /jobs', 'contacts.read', 200],
    ['GET /jobs/:id', 'contacts.read', 404],
    ['POST /jobs/:id/cancel', 'contacts.update', 404],
  ]),
  ...rows(
    [
      ['GET /contacts/:documentId/activities', BOTH, 404],
      ['GET /contacts/:documentId/summary', BOTH, 404],
      ['GET /contacts/:documentId/devices', BOTH, 404],
      ['GET /contact-statuses', 'contacts.read', 200],
      ['GET /activity-types', 'activities.read', 200],
      ['POST /activity-types', 'settings.update', 400],
      ['PUT /activity-types/:name', 'settings.update', 400],
      ['DELETE /activity-types/:name', 'settings.update', 404],
      ['GET /live', BOTH, 200],
    ],
    { ems: true }
  ),
];
