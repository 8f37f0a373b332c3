import { lazy } from 'react';
import type { AdminModule } from '../../shared/admin-module';
import { bulkChangesPath, contactListPath } from '../../shared/paths';
import { contactBulkActions } from './bulk/bulk-actions';
import { contactFinder } from './contact-finder';
import { registerContactField } from './contact-picker/contact-field';
import { contactPanels } from './edit-view-panels';

export { useOwners } from './api';
export { ContactAvatar } from './components/contact-avatar';
export { useStatusName } from './use-status-name';
export { StateLabel } from './components/state-label';

/** For whatever has a catalogue of fields. */
export const ProfileForm = lazy(() => import('./profile/profile-form'));
export const CreateDialog = lazy(() => import('./profile/create-dialog'));

export const contactsModule: AdminModule = {
  name: 'contacts',
  register: registerContactField,
  pages: [
    {
      path: 'contacts',
      permissions: ['contacts.read'],
      Page: lazy(() => import('./pages/contact-list-page')),
      nav: {
        label: 'list.title',
        to: contactListPath,
        position: 10,
        shortcut: { keys: 'g c', label: 'shortcuts.contacts' },
      },
    },
    {
      path: 'bulk-changes',
      permissions: ['contacts.read'],
      Page: lazy(() => import('../../shared/bulk/bulk-changes-page')),
      nav: { label: 'changes.title', to: bulkChangesPath, position: 50 },
    },
    {
      path: 'contacts/:documentId/:tab?',
      permissions: ['contacts.read'],
      Page: lazy(() => import('./pages/contact-card-page')),
    },
  ],
  bulkActions: contactBulkActions,
  finders: [contactFinder],
  editViewPanels: contactPanels,
  settings: [
    {
      id: 'contact-statuses',
      to: 'contact-statuses',
      label: 'labels.contactStatuses',
      position: 12,
      permission: 'settings.read',
      load: () => import('./statuses-page'),
    },
    {
      id: 'custom-fields',
      to: 'custom-fields',
      label: 'fields.title',
      position: 15,
      permission: 'settings.read',
      load: () => import('../../shared/custom-fields/custom-fields-page'),
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
