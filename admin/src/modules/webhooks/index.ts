import type { AdminModule } from '../../shared/admin-module';

export const webhooksModule: AdminModule = {
  name: 'webhooks',
  settings: [
    {
      id: 'webhooks',
      to: 'webhooks',
      label: 'webhooks.title',
      position: 90,
      permission: 'settings.read',
      load: () => import('./webhooks-page'),
    },
  ],
};
