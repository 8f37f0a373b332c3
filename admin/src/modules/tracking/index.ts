import { lazy } from 'react';
import { TrendUp } from '@strapi/icons';
import type { AdminModule } from '../../shared/admin-module';
import { contactListPath, livePath } from '../../shared/paths';
import { NAMED_ACTIVITY, permission } from '../../shared/permissions';
import { message } from '../../shared/translate';
import { PLUGIN_ID } from '../../plugin-id';

export const trackingModule: AdminModule = {
  name: 'tracking',
  pages: [
    {
      path: 'live',
      permissions: NAMED_ACTIVITY,
      edition: 'ems',
      Page: lazy(() => import('./live/live-page')),
      nav: {
        label: 'live.title',
        to: livePath,
        position: 40,
        shortcut: { keys: 'g l', label: 'shortcuts.live' },
      },
    },
  ],
  FirstMinute: lazy(() => import('./setup/first-minute')),
  settings: [
    {
      id: 'general',
      to: 'general',
      label: 'settings.title',
      position: 10,
      permission: 'settings.read',
      load: () => import('./setup/settings-page'),
    },
  ],
  widgets: [
    {
      id: 'visits',
      pluginId: PLUGIN_ID,
      icon: TrendUp,
      title: message('widget.title'),
      link: { label: message('widget.link'), href: contactListPath },
      permissions: [permission('contacts.read')],
      component: async () => (await import('./stats/visits-widget')).default,
    },
  ],
};
