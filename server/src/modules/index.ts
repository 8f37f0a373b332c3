/** Every module, bottom up: one may import only those above it in this list. */
import type { PluginModule } from '../platform/module';
import { activitiesModule } from './activities';
import { contactsModule } from './contacts';
import { identityModule } from './identity';
import { privacyModule } from './privacy';
import { trackingModule } from './tracking';

export const modules: PluginModule[] = [
  contactsModule,
  activitiesModule,
  privacyModule,
  identityModule,
  trackingModule,
];
