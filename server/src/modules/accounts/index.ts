import { config, isEms } from '../../config';
import { closeInGraphql } from '../../platform/graphql';
import { createLabelAdmin } from '../../platform/label-admin';
import { narrowHomePage, NONE } from '../../platform/home-page';
import { guardLabelSet } from '../../platform/label-set';
import { byName, defineModule } from '../../platform/module';
import { addSiteFields } from '../../platform/site-fields';
import { keepExactText } from '../../platform/sql/exact-text';
import { guardAccounts } from './account-documents';
import { accountFields } from './account-entity';
import { accountSubject } from './bulk/account-subject';
import { accountActions } from './bulk/actions';
import { addToAccount } from './bulk/add-to-account';
import { contactData } from './contact-data';
import { contentApiControllers, coreServices } from './content-api/controllers';
import { contentApiRoutes } from './content-api/routes';
import { account } from './content-types/account';
import { accountMembership } from './content-types/account-membership';
import { accountStatus } from './content-types/account-status';
import { contactRole } from './content-types/contact-role';
import {
  ACCOUNT_MEMBERSHIP_UID,
  ACCOUNT_STATUS_UID,
  ACCOUNT_UID,
  ACCOUNTS_TABLE,
  CONTACT_ROLE_UID,
} from './contract';

import { accountStatuses, contactRoles } from './label-sets';
import { accountFilter, accountsColumn } from './list/contact-accounts';
import { accountViews } from './list/list-accounts';
import { guardMemberships } from './membership-documents';

import { relatives } from './relatives';
import { adminRoutes, permissions } from './routes';
import { createAccountsAdmin } from './screens/accounts-controller';
import { createMembersAdmin } from './screens/members-controller';
import { createAccounts } from './service';

export * from './contract';
export { CURRENT, isMain, today } from './membership-dates';
export { areMany } from './people';
export { accounts } from './service';
export { countBelow } from './structure';

const UIDS = [ACCOUNT_UID, ACCOUNT_STATUS_UID, CONTACT_ROLE_UID, ACCOUNT_MEMBERSHIP_UID];

export const accountsModule = defineModule({
  name: 'accounts',
  contentTypes: byName(account, accountStatus, contactRole, accountMembership),
  permissions,
  routes: { admin: adminRoutes, 'content-api': contentApiRoutes },
  controllers: {
    ...contentApiControllers,
    'accounts-admin': createAccountsAdmin,
    'account-members-admin': createMembersAdmin,
    'account-statuses-admin': ({ strapi }) => createLabelAdmin(strapi, accountStatuses),
    'contact-roles-admin': ({ strapi }) => createLabelAdmin(strapi, contactRoles),
  },
  services: { ...coreServices, accounts: createAccounts },
  contactData,
  bulkSubjects: [accountSubject],
  bulkActions: [...accountActions, addToAccount],
  fieldEntities: [accountFields],
  viewKinds: [accountViews],
  listFilters: [accountFilter],
  listColumns: [accountsColumn],
  relatives,
  register: async ({ strapi }) => {
    await addSiteFields(strapi, ACCOUNT_UID, {
      own: Object.keys(account.attributes),
      fields: config(strapi).fields.account,
      at: 'fields.account',
    });
    guardAccounts(strapi);
    guardMemberships(strapi);
    // A membership has no name of its own, only what it is of.
    narrowHomePage(strapi, ACCOUNT_MEMBERSHIP_UID, NONE);
    guardLabelSet(strapi, accountStatuses);
    guardLabelSet(strapi, contactRoles);
    keepExactText(strapi, { [ACCOUNTS_TABLE]: ['external_id', 'name_key'] });
    if (!isEms(strapi)) for (const uid of UIDS) closeInGraphql(strapi, uid);
  },
});
