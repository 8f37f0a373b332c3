import { defineModule } from '../../platform/module';
import { conditionFilter } from './condition-filter';
import { teachSqlite } from './fields/text-sql';
import { adminRoutes } from './routes';
import { createConditionsAdmin } from './screens/controller';
import { createConditions } from './service';

export * from './contract';
export { defineLeaf, type AskedPermission, type LeafType } from './leaf';
export { type RegisteredOperator } from './operators';
export { permissionsOf } from './permissions';
export { conditions, siteTimeZone } from './service';
export { isTimeZone, startOfNextDay } from './time/zoned';
export { verifyScopes } from './verify-scopes';

export const conditionsModule = defineModule({
  name: 'conditions',
  routes: { admin: adminRoutes },
  controllers: { 'conditions-admin': createConditionsAdmin },
  services: { conditions: createConditions },
  listFilters: [conditionFilter],
  register: ({ strapi }) => teachSqlite(strapi),
});
