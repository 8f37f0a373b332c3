import { lazy } from 'react';
import type { AdminModule } from '../../shared/admin-module';
import { groupListPath } from '../../shared/paths';
import { addToGroup, removeFromGroup } from './bulk/group-bulk-actions';
import { GroupFilter, GroupSummary } from './contact-filter/group-filter';
import { groupFinder } from './group-finder';

export const groupsModule: AdminModule = {
  name: 'groups',
  pages: [
    {
      path: 'groups',
      permissions: ['groups.read'],
      Page: lazy(() => import('./list/group-list-page')),
      nav: {
        label: 'groups.title',
        to: groupListPath,
        position: 30,
        shortcut: { keys: 'g g', label: 'shortcuts.groups' },
      },
    },
    {
      path: 'groups/new',
      permissions: ['groups.write', 'contacts.read'],
      edition: 'ems',
      Page: lazy(() => import('./dynamic/new-group-page')),
    },
    {
      path: 'groups/:documentId/:tab?',
      permissions: ['groups.read'],
      Page: lazy(() => import('./page/group-page')),
    },
  ],
  accountTabs: [
    {
      id: 'groups',
      label: 'groups.title',
      position: 50,
      permissions: ['groups.read', 'accounts.read'],
      edition: 'ems',
      Tab: lazy(() => import('./account/account-groups-tab')),
    },
  ],
  bulkActions: [addToGroup, removeFromGroup],
  listFilters: [
    {
      of: 'contacts',
      parameter: 'group',
      label: 'groups.group',
      permissions: ['groups.read'],
      Editor: GroupFilter,
      Summary: GroupSummary,
    },
  ],
  finders: [groupFinder],
  cardTabs: [
    {
      id: 'groups',
      label: 'groups.title',
      position: 40,
      permissions: ['groups.read', 'contacts.read'],
      Tab: lazy(() => import('./card/groups-tab')),
    },
  ],
};
