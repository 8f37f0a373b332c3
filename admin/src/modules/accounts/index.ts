import { lazy } from 'react';
import type { AdminModule } from '../../shared/admin-module';
import { ACCOUNT_UID } from '../../shared/content-types';
import { cardLinkPanel } from '../../shared/edit-view-panel';
import { accountListPath, accountPath } from '../../shared/paths';
import { addToAccount } from './bulk/add-to-account';
import { accountBulkActions } from './bulk/bulk-actions';
import { AccountFilter, AccountSummary } from './contact-list/account-filter';
import { AccountsCell } from './contact-list/accounts-cell';

export { SubsidiariesSwitch } from './card/subsidiaries-switch';
export { useWithSubsidiaries } from './with-subsidiaries';

const accountPanel = cardLinkPanel({
  model: ACCOUNT_UID,
  permission: 'accounts.read',
  title: 'panel.account',
  label: 'panel.openAccount',
  pathOf: accountPath,
});

const READ_PEOPLE = ['accounts.read', 'contacts.read'] as const;

export const accountsModule: AdminModule = {
  name: 'accounts',
  pages: [
    {
      path: 'accounts',
      permissions: ['accounts.read'],
      edition: 'ems',
      Page: lazy(() => import('./pages/account-list-page')),
      nav: {
        label: 'accounts.title',
        to: accountListPath,
        position: 20,
        shortcut: { keys: 'g a', label: 'shortcuts.accounts' },
      },
    },
    {
      path: 'accounts/:documentId/:tab?',
      permissions: ['accounts.read'],
      edition: 'ems',
      Page: lazy(() => import('./pages/account-card-page')),
    },
  ],
  accountTabs: [
    {
      id: 'people',
      label: 'people.title',
      position: 10,
      permissions: READ_PEOPLE,
      edition: 'ems',
      Tab: lazy(() => import('./people/people-tab')),
    },
    {
      id: 'structure',
      label: 'structure.title',
      position: 20,
      permissions: ['accounts.read'],
      edition: 'ems',
      Tab: lazy(() => import('./structure/structure-tab')),
    },
    {
      id: 'profile',
      label: 'profile.title',
      position: 30,
      permissions: ['accounts.read'],
      edition: 'ems',
      Tab: lazy(() => import('./profile/account-profile-tab')),
    },
  ],
  accountPanels: [
    {
      id: 'people',
      permissions: ['accounts.read'],
      edition: 'ems',
      Panel: lazy(() => import('./panels/people-panel')),
    },
  ],
  cardTabs: [
    {
      id: 'accounts',
      label: 'memberships.title',
      position: 30,
      permissions: READ_PEOPLE,
      edition: 'ems',
      Tab: lazy(() => import('./people/accounts-tab')),
    },
  ],
  cardFacts: [
    {
      id: 'relation',
      permissions: READ_PEOPLE,
      edition: 'ems',
      Panel: lazy(() => import('./people/relation-fact')),
    },
  ],
  bulkActions: [...accountBulkActions, addToAccount],
  listColumns: [
    {
      of: 'contacts',
      name: 'accounts',
      label: 'memberships.title',
      width: 20,
      permissions: READ_PEOPLE,
      edition: 'ems',
      Cell: AccountsCell,
    },
  ],
  listFilters: [
    {
      of: 'contacts',
      parameter: 'account',
      label: 'people.account',
      permissions: READ_PEOPLE,
      edition: 'ems',
      Editor: AccountFilter,
      Summary: AccountSummary,
    },
  ],
  editViewPanels: [accountPanel],
  settings: [
    {
      id: 'account-statuses',
      to: 'account-statuses',
      label: 'labels.accountStatuses',
      position: 13,
      permission: 'settings.read',
      load: () => import('./labels/account-statuses-page'),
    },
    {
      id: 'contact-roles',
      to: 'contact-roles',
      label: 'labels.contactRoles',
      position: 14,
      permission: 'settings.read',
      load: () => import('./labels/contact-roles-page'),
    },
  ],
};
