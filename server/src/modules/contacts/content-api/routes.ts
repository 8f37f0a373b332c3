/** REST under `/api/contact-management`, with Strapi's conventions; scopes come from the handlers. */
import { EDITION_POLICY } from '../../../platform/admin-route';
import type { Route } from '../../../platform/module';

const route = (method: Route['method'], path: string, handler: string): Route => ({
  method,
  path,
  handler,
});

/** Statuses belong to the EMS edition. */
const emsRoute = (method: Route['method'], path: string, handler: string): Route => ({
  ...route(method, path, handler),
  config: { policies: [EDITION_POLICY] },
});

export const contentApiRoutes: Route[] = [
  route('POST', '/contacts/upsert', 'contact.upsert'),
  route('GET', '/contacts', 'contact.find'),
  route('GET', '/contacts/:id', 'contact.findOne'),
  route('POST', '/contacts', 'contact.create'),
  route('PUT', '/contacts/:id', 'contact.update'),
  route('DELETE', '/contacts/:id', 'contact.delete'),
  emsRoute('GET', '/contact-statuses', 'contact-status.find'),
  emsRoute('GET', '/contact-statuses/:id', 'contact-status.findOne'),
  emsRoute('POST', '/contact-statuses', 'contact-status.create'),
  emsRoute('PUT', '/contact-statuses/:id', 'contact-status.update'),
  emsRoute('DELETE', '/contact-statuses/:id', 'contact-status.delete'),
];
