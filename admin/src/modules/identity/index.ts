import { lazy } from 'react';
import type { AdminModule } from '../../shared/admin-module';

export const identityModule: AdminModule = {
  name: 'identity',
  cardTabs: [
    {
      id: 'devices',
      label: 'devices.title',
      position: 90,
      permission: 'activities.read',
      edition: 'ems',
      Tab: lazy(() => import('./devices-tab')),
    },
  ],
};
