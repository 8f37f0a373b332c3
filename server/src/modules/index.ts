/** Every module, bottom up: one may import only those above it in this list. */
import type { PluginModule } from '../platform/module';
import { accountsModule } from './accounts';
import { activitiesModule } from './activities';
import { conditionsModule } from './conditions';
import { contactsModule } from './contacts';
import { groupsModule } from './groups';
import { identityModule } from './identity';
import { personalisationModule } from './personalisation';
import { privacyModule } from './privacy';
import { scoringModule } from './scoring';
import { trackingModule } from './tracking';
import { webhooksModule } from './webhooks';

export const modules: PluginModule[] = [
  contactsModule,
  accountsModule,
  activitiesModule,
  privacyModule,
  identityModule,
  trackingModule,
  conditionsModule,
  groupsModule,
  scoringModule,
  personalisationModule,
  webhooksModule,
];
