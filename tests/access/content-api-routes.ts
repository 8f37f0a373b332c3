/** Every route of the content API, and what it takes to be let in. */
export interface ContentApiRoute {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** As it is registered, below `/api/contact-management`. */
  path: string;
  /** What API tokens and roles call it. */
  action: string;
  /** What somebody is answered who may, sends no body and names nothing that exists. */
  status: number;
  /** Exists in the EMS edition only. */
  ems?: true;
}

type Row = [route: `${ContentApiRoute['method']} /${string}`, action: string, status: number];

const rows = (table: Row[], edition: { ems?: true } = {}): ContentApiRoute[] =>
  table.map(([route, action, status]) => {
    const [method, path] = route.split(' ') as [ContentApiRoute['method'], string];
    return { method, path, action: `plugin::contact-management.${action}`, status, ...edition };
  });

/** Strapi's five of a content type. It answers 204 where there was nothing to delete. */
const typeRows = (plural: string, type: string, deleteNothing: 204 | 404): Row[] => [
  [`GET /${plural}`, `${type}.find`, 200],
  [`GET /${plural}/:id`, `${type}.findOne`, 404],
  [`POST /${plural}`, `${type}.create`, 400],
  [`PUT /${plural}/:id`, `${type}.update`, 400],
  [`DELETE /${plural}/:id`, `${type}.delete`, deleteNothing],
];

export const contentApiRoutes: ContentApiRoute[] = [
  ...rows([
    ['POST /contacts/upsert', 'contact.upsert', 400],
    ...typeRows('contacts', 'contact', 204),
    ...typeRows('contact-groups', 'contact-group', 404),
    ['GET /contact-groups/:id/members', 'contact-group.members', 404],
    ['POST /contact-groups/:id/members', 'contact-group.addMembers', 400],
    ['DELETE /contact-groups/:id/members', 'contact-group.removeMembers', 400],
  ]),
  ...rows(
    [
      ...typeRows('contact-statuses', 'contact-status', 404),
      ...typeRows('accounts', 'account', 404),
      ...typeRows('account-statuses', 'account-status', 404),
      ...typeRows('contact-roles', 'contact-role', 404),
      ...typeRows('account-memberships', 'account-membership', 204),
      ['GET /contacts/:documentId/activities', 'activities.timeline', 404],
      ['GET /accounts/:documentId/activities', 'account-activities.timeline', 404],
      ['GET /accounts/:documentId/summary', 'account-activities.summary', 404],
      ...typeRows('scores', 'score', 404),
      ['GET /contacts/:documentId/scores', 'score.ofContact', 404],
      ['GET /accounts/:documentId/scores', 'score.ofAccount', 404],
      ['POST /events', 'events.create', 400],
      ['POST /contact-groups/preview', 'contact-group.preview', 400],
      ['GET /contact-groups/:id/explain/:contactDocumentId', 'contact-group.explain', 404],
      ['GET /personalised', 'personalised.find', 400],
    ],
    { ems: true }
  ),
];
