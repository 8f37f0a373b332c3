import { lazy } from 'react';
import type { AdminModule } from '../../shared/admin-module';

export const activitiesModule: AdminModule = {
  name: 'activities',
  cardTabs: [
    {
      id: 'timeline',
      label: 'timeline.title',
      position: 10,
      permission: 'activities.read',
      edition: 'ems',
      Tab: lazy(() => import('./timeline/timeline-tab')),
    },
  ],
  cardPanels: [
    {
      id: 'glance',
      permission: 'activities.read',
      edition: 'ems',
      Panel: lazy(() => import('./glance/glance-panel')),
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
