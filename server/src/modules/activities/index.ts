import { DAY, now } from '../../platform/clock';
import { defineModule } from '../../platform/module';
import { dialectOf } from '../../platform/sql/dialect';
import { createAccountActivityController } from './accounts/controller';
import { createAccountSummaries } from './accounts/summary';
import { createActivityTypes } from './activity-types';
import { activityData } from './contact-data';
import { createActivityController } from './controller';
import { reactions } from './reactions';
import { reconnectContacts } from './reconnect';
import { activityRoutes } from './routes';
import { activityStore, activityTypes, createActivities } from './service';
import { activitySettings, createActivitySettings } from './settings';
import { createActivityStore } from './store';
import { registerTables } from './tables';
import { activityTotals, createActivityTotals } from './totals/service';
import { registerTotalsTables } from './totals/tables';

export * from './contract';
export {
  activities,
  activityStore,
  activityTypes,
  announceActivities,
  holdContacts,
} from './service';
export { activitySettings } from './settings';
export { urlHash } from './url-hash';

let partitionTimer: NodeJS.Timeout | undefined;

export const activitiesModule = defineModule({
  name: 'activities',
  routes: activityRoutes,
  controllers: {
    activities: createActivityController,
    'account-activities': createAccountActivityController,
  },
  services: {
    activities: createActivities,
    'activity-store': createActivityStore,
    'activity-types': createActivityTypes,
    'activity-settings': createActivitySettings,
    'activity-totals': createActivityTotals,
    'account-summaries': createAccountSummaries,
  },
  permissions: [
    { uid: 'activities.read', displayName: 'Read activities', subCategory: 'activities' },
  ],
  on: reactions,
  contactData: activityData,
  hourly: [(strapi) => activityTotals(strapi).freshen()],
  register({ strapi }) {
    registerTables(strapi, dialectOf(strapi));
    registerTotalsTables(strapi);
  },
  async bootstrap({ strapi }) {
    await activityStore(strapi).prepareAhead(now());
    await activityTypes(strapi).refresh();
    await activitySettings(strapi).read();
    if ((await reconnectContacts(strapi)) > 0) await activityTotals(strapi).startOver();
    const prepare = () =>
      activityStore(strapi)
        .prepareAhead(now())
        .catch((error: unknown) =>
          strapi.log.error(
            `contact-management: no partitions for the months ahead: ${String(error)}`
          )
        );
    partitionTimer = setInterval(() => void prepare(), DAY);
    partitionTimer.unref();
  },
  async destroy({ strapi }) {
    clearInterval(partitionTimer);
    await activityTotals(strapi).stop();
  },
});
