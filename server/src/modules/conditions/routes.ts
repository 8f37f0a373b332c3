import { adminRoute } from '../../platform/admin-route';
import type { Route } from '../../platform/module';

const EMS = { editions: ['ems'] } as const;

/** What a condition is about asks for more: see permissions.ts. */
export const adminRoutes: Route[] = [
  adminRoute('GET', '/conditions/catalogue', 'conditions-admin.catalogue', 'contacts.read', EMS),
  adminRoute('GET', '/conditions/values', 'conditions-admin.values', 'contacts.read', EMS),
  adminRoute('POST', '/conditions/preview', 'conditions-admin.preview', 'contacts.read', EMS),
  adminRoute('POST', '/conditions/explain', 'conditions-admin.explain', 'contacts.read', EMS),
];
