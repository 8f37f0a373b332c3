/** What the admin is made of, under the server's names and in its order. */
import type { AdminModule } from '../shared/admin-module';
import { activitiesModule } from './activities';
import { contactsModule } from './contacts';
import { identityModule } from './identity';
import { trackingModule } from './tracking';

export const modules: AdminModule[] = [
  contactsModule,
  activitiesModule,
  identityModule,
  trackingModule,
];
