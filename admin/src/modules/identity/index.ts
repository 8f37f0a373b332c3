import { lazy } from 'react';
import type { AdminModule } from '../../shared/admin-module';
import { NAMED_ACTIVITY } from '../../shared/permissions';

export const identityModule: AdminModule = {
  name: 'identity',
  cardTabs: [
    {
      id: 'devices',
      label: 'devices.title',
      position: 90,
      permissions: NAMED_ACTIVITY,
      edition: 'ems',
      Tab: lazy(() => import('./devices-tab')),
    },
  ],
};
