/** What the admin is made of, under the server's names and in its order. */
import type { AdminModule } from '../shared/admin-module';
import { accountsModule } from './accounts';
import { activitiesModule } from './activities';
import { conditionsModule } from './conditions';
import { contactsModule } from './contacts';
import { groupsModule } from './groups';
import { identityModule } from './identity';
import { scoringModule } from './scoring';
import { personalisationModule } from './personalisation';
import { trackingModule } from './tracking';
import { webhooksModule } from './webhooks';

export const modules: AdminModule[] = [
  contactsModule,
  accountsModule,
  activitiesModule,
  identityModule,
  trackingModule,
  conditionsModule,
  groupsModule,
  scoringModule,
  personalisationModule,
  webhooksModule,
];
