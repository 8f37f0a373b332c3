import { byName, defineModule } from '../../platform/module';
import { keepExactText } from '../../platform/sql/exact-text';
import { groupActions } from './bulk/actions';
import { contactData } from './contact-data';
import { contentApiControllers, coreServices } from './content-api/controllers';
import { contentApiRoutes } from './content-api/routes';
import { contactGroup } from './content-types/contact-group';
import { CONTACT_GROUPS_TABLE, GROUP_ACCOUNTS_TABLE } from './contract';
import { guardGroups } from './group-documents';
import { rebuildGroup } from './dynamic/rebuild';
import { followDefinitions } from './dynamic/follow-definitions';
import { recalculatedGroups } from './dynamic/recalculated';
import { REBUILD_JOB } from './dynamic/start-rebuild';
import { createUpkeep } from './dynamic/upkeep';
import { forgetHistory } from './history/forget-old';
import { groupFilter } from './list/group-filter';
import { followMemberships, followRestored, forgetAccounts } from './members/by-account';
import { registerGroupTables } from './own-tables';
import { createRecheckTimer, RECHECK_JOB, recheckGroups } from './recheck';
import { adminRoutes, permissions } from './routes';
import { createDynamicGroupsAdmin } from './screens/dynamic-controller';
import { createGroupsAdmin } from './screens/groups-controller';
import { createGroups, upkeep } from './service';
import { groupAccounts, groupDays, groupHistory, groupMembers, groupUpkeep } from './tables';
import { visibleGroupsOf } from './visible-groups';

export * from './contract';
export { groups } from './service';
export { tellGroupUsers } from './other-users';
export { forgetUses, keepUses, lockUses } from './uses';

const timers = new WeakMap<object, { stop(): void }>();

export const groupsModule = defineModule({
  name: 'groups',
  contentTypes: byName(contactGroup),
  models: [groupMembers, groupAccounts, groupHistory, groupUpkeep, groupDays],
  permissions,
  routes: { admin: adminRoutes, 'content-api': contentApiRoutes },
  controllers: {
    ...contentApiControllers,
    'groups-admin': createGroupsAdmin,
    'dynamic-groups-admin': createDynamicGroupsAdmin,
  },
  services: {
    ...coreServices,
    groups: createGroups,
    'group-upkeep': ({ strapi }) => createUpkeep(strapi),
  },
  hourly: [forgetHistory],
  jobs: { [RECHECK_JOB]: recheckGroups, [REBUILD_JOB]: rebuildGroup },
  recalculated: [recalculatedGroups],
  bulkActions: groupActions,
  on: {
    'membership.started': followMemberships,
    'membership.ended': followMemberships,
    'account.deleted': (strapi, accounts) =>
      forgetAccounts(
        strapi,
        accounts.map(({ accountId }) => accountId)
      ),
    'contact.restored': (strapi, contacts) =>
      followRestored(
        strapi,
        contacts.map(({ contactId }) => contactId)
      ),
  },
  contactData,
  accountTables: [{ table: GROUP_ACCOUNTS_TABLE, column: 'account_id' }],
  listFilters: [groupFilter],
  visitorGroups: visibleGroupsOf,
  register: ({ strapi }) => {
    registerGroupTables(strapi);
    guardGroups(strapi);
    followDefinitions(strapi);
    keepExactText(strapi, { [CONTACT_GROUPS_TABLE]: ['name', 'title_key'] });
  },
  bootstrap: ({ strapi }) => {
    timers.set(strapi, createRecheckTimer(strapi));
    upkeep(strapi).start();
  },
  destroy: async ({ strapi }) => {
    timers.get(strapi)?.stop();
    await upkeep(strapi).stop();
  },
});
