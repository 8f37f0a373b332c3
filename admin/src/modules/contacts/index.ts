import { lazy } from 'react';
import type { AdminModule } from '../../shared/admin-module';
import { contactListPath } from '../../shared/paths';

export { ContactAvatar } from './components/contact-avatar';
export { useStatusName } from './use-status-name';
export { StateLabel } from './components/state-label';

export const contactsModule: AdminModule = {
  name: 'contacts',
  pages: [
    {
      path: 'contacts',
      permissions: ['contacts.read'],
      Page: lazy(() => import('./pages/contact-list-page')),
      nav: { label: 'list.title', to: contactListPath },
    },
    {
      path: 'contacts/:documentId/:tab?',
      permissions: ['contacts.read'],
      Page: lazy(() => import('./pages/contact-card-page')),
    },
  ],
  cardTabs: [
    {
      id: 'profile',
      label: 'profile.title',
      position: 20,
      permissions: ['contacts.read'],
      Tab: lazy(() => import('./profile/profile-tab')),
    },
  ],
};
