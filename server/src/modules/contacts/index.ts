import { isEms } from '../../config';
import { closeInGraphql } from '../../platform/graphql';
import { byName, defineModule } from '../../platform/module';
import { keepExactText } from '../../platform/sql/exact-text';
import { keepIndex } from '../../platform/sql/extra-index';
import { createAdminController } from './admin-controller';
import { BULK_JOB, changeMany } from './bulk/change-many';
import {
  coreServices,
  createContactController,
  createContactStatusController,
} from './content-api/controllers';
import { contentApiRoutes } from './content-api/routes';
import { contactData } from './contact-data';
import { guardContacts } from './contact-documents';
import { guardContactStatuses } from './contact-statuses';
import { contact, contactIndexes } from './content-types/contact';
import { contactStatus } from './content-types/contact-status';
import { CONTACTS_TABLE, CONTACT_STATUS_UID } from './contract';
import { keepVisitsOffHomePage } from './last-edited';
import { listKnownOnly } from './list/known-only';
import { adminRoutes, permissions } from './routes';
import { REBUILD_JOB, rebuildIndex, rebuildIndexIfEmpty } from './search/rebuild-index';
import { contactSortKeys, contactWords, exactSearchText } from './search/tables';
import { createContacts } from './service';
import { stateHistory } from './state-history';

export * from './contract';
export { contacts } from './service';
export { normalizeEmail } from './normalize-email';

export const contactsModule = defineModule({
  name: 'contacts',
  contentTypes: byName(contact, contactStatus),
  models: [stateHistory, contactWords, contactSortKeys],
  permissions,
  routes: { admin: adminRoutes, 'content-api': contentApiRoutes },
  controllers: {
    'contacts-admin': createAdminController,
    contact: createContactController,
    'contact-status': createContactStatusController,
  },
  services: { ...coreServices, contacts: createContacts },
  jobs: { [BULK_JOB]: changeMany, [REBUILD_JOB]: rebuildIndex },
  contactData,
  register: ({ strapi }) => {
    guardContacts(strapi);
    guardContactStatuses(strapi);
    keepVisitsOffHomePage(strapi);
    keepExactText(strapi, { [CONTACTS_TABLE]: ['email', 'external_id'], ...exactSearchText });
    for (const index of contactIndexes) keepIndex(strapi, index);
    if (!isEms(strapi)) {
      closeInGraphql(strapi, CONTACT_STATUS_UID);
      listKnownOnly(strapi);
    }
  },
  bootstrap: ({ strapi }) => rebuildIndexIfEmpty(strapi),
});
