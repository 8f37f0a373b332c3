import { lazy } from 'react';
import type { AdminModule } from '../../shared/admin-module';
import { NAMED_ACTIVITY } from '../../shared/permissions';

export const activitiesModule: AdminModule = {
  name: 'activities',
  cardTabs: [
    {
      id: 'timeline',
      label: 'timeline.title',
      position: 10,
      permissions: NAMED_ACTIVITY,
      edition: 'ems',
      Tab: lazy(() => import('./timeline/timeline-tab')),
    },
  ],
  cardPanels: [
    {
      id: 'glance',
      permissions: NAMED_ACTIVITY,
      edition: 'ems',
      Panel: lazy(() => import('./glance/glance-panel')),
    },
  ],
  accountTabs: [
    {
      id: 'activity',
      label: 'accountActivity.title',
      position: 25,
      permissions: ['accounts.read', ...NAMED_ACTIVITY],
      edition: 'ems',
      Tab: lazy(() => import('./account/activity-tab')),
    },
  ],
  accountPanels: [
    {
      id: 'figures',
      permissions: ['accounts.read', 'activities.read'],
      edition: 'ems',
      Panel: lazy(() => import('./account/figures-panel')),
    },
  ],
  settings: [
    {
      id: 'activity-types',
      to: 'activity-types',
      label: 'types.title',
      position: 20,
      permission: 'settings.read',
      load: () => import('./types/activity-types-page'),
    },
  ],
};
