/** Every module, bottom up: one may import only those above it in this list. */
import type { PluginModule } from '../platform/module';
import { accountsModule } from './accounts';
import { activitiesModule } from './activities';
import { contactsModule } from './contacts';
import { groupsModule } from './groups';
import { identityModule } from './identity';
import { privacyModule } from './privacy';
import { trackingModule } from './tracking';
import { webhooksModule } from './webhooks';

export const modules: PluginModule[] = [
  contactsModule,
  accountsModule,
  activitiesModule,
  privacyModule,
  identityModule,
  trackingModule,
  groupsModule,
  webhooksModule,
];
