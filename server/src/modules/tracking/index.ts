import type { Core } from '@strapi/strapi';
import { isEms } from '../../config';
import { defineModule } from '../../platform/module';
import { service } from '../../platform/plugin';
import { createEventsController } from './events-api/controller';
import { permissions, trackingRoutes } from './routes';
import { createScreensController } from './screens/controller';
import { createBackground, type Background } from './server-log/background';
import { waitForRoom } from './server-log/wait-for-room';
import { startTracking, type Tracking } from './service';
import { createTrackingSettings, trackingSettings } from './settings';
import { checkSiteCollections, logSiteCollections } from './site-collections';
import { watchSiteUsers } from './site-users';

export * from './contract';
export { toVisitorKey } from './http/visitor-key';
export type { Background } from './server-log/background';
export { mayBeLinked, readVisitor, refusesTracking } from './server-log/request-visitor';
export { visitorStanding } from './visitor-standing';

/** Registrations, logins, orders: what this server records by itself, a moment after it answered. */
const serverLog = (strapi: Core.Strapi) => service<Background>(strapi, 'server-log');

const running = new WeakMap<Core.Strapi, Tracking>();

export const trackingModule = defineModule({
  name: 'tracking',
  routes: trackingRoutes,
  controllers: { tracking: createScreensController, events: createEventsController },
  permissions,
  services: {
    'tracking-settings': createTrackingSettings,
    'server-log': ({ strapi }) => createBackground(strapi),
  },
  register({ strapi }) {
    const tracking = startTracking(strapi);
    running.set(strapi, tracking);
    strapi.server.use(tracking.middleware);
    if (isEms(strapi)) strapi.server.use(watchSiteUsers(strapi, serverLog(strapi)));
  },
  async bootstrap({ strapi }) {
    await trackingSettings(strapi).read();
    const collections = checkSiteCollections(strapi);
    if (!isEms(strapi)) return;
    waitForRoom(strapi, collections, serverLog(strapi));
    logSiteCollections(strapi, collections, serverLog(strapi));
  },
  async destroy({ strapi }) {
    await running.get(strapi)?.close();
    await serverLog(strapi).settled();
  },
});
