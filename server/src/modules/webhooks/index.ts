import { defineModule } from '../../platform/module';
import { contactData } from './contact-data';
import { createWebhookController } from './controller';
import { reactions } from './public-events';
import { permissions, webhookRoutes } from './routes';
import { startSchedule, stopSchedule } from './schedule';
import { SEND_JOB, sendDeliveries } from './send-deliveries';
import { registerWebhookTables } from './tables';

export * from './contract';

export const webhooksModule = defineModule({
  name: 'webhooks',
  routes: { admin: webhookRoutes },
  controllers: { webhooks: createWebhookController },
  permissions,
  jobs: { [SEND_JOB]: sendDeliveries },
  on: reactions,
  contactData,
  register: ({ strapi }) => {
    registerWebhookTables(strapi);
  },
  bootstrap: ({ strapi }) => {
    startSchedule(strapi);
  },
  destroy: ({ strapi }) => stopSchedule(strapi),
});
