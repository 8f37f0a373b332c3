import { byName, defineModule } from '../../platform/module';
import { keepExactText } from '../../platform/sql/exact-text';
import { groupActions } from './bulk/actions';
import { contactData } from './contact-data';
import { contentApiControllers, coreServices } from './content-api/controllers';
import { contentApiRoutes } from './content-api/routes';
import { contactGroup } from './content-types/contact-group';
import { CONTACT_GROUPS_TABLE, GROUP_ACCOUNTS_TABLE } from './contract';
import { guardGroups } from './group-documents';
import { groupFilter } from './list/group-filter';
import { followMemberships, followRestored, forgetAccounts } from './members/by-account';
import { createRecheckTimer, RECHECK_JOB, recheckGroups } from './recheck';
import { adminRoutes, permissions } from './routes';
import { createGroupsAdmin } from './screens/groups-controller';
import { createGroups } from './service';
import { groupAccounts, groupMembers } from './tables';
import { visibleGroupsOf } from './visible-groups';

export * from './contract';
export { groups } from './service';

const timers = new WeakMap<object, { stop(): void }>();

export const groupsModule = defineModule({
  name: 'groups',
  contentTypes: byName(contactGroup),
  models: [groupMembers, groupAccounts],
  permissions,
  routes: { admin: adminRoutes, 'content-api': contentApiRoutes },
  controllers: { ...contentApiControllers, 'groups-admin': createGroupsAdmin },
  services: { ...coreServices, groups: createGroups },
  jobs: { [RECHECK_JOB]: recheckGroups },
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
    guardGroups(strapi);
    keepExactText(strapi, { [CONTACT_GROUPS_TABLE]: ['name', 'title_key'] });
  },
  bootstrap: ({ strapi }) => {
    timers.set(strapi, createRecheckTimer(strapi));
  },
  destroy: ({ strapi }) => {
    timers.get(strapi)?.stop();
  },
});
