import { config, isEms } from '../../config';
import { closeInGraphql } from '../../platform/graphql';
import { narrowHomePage } from '../../platform/home-page';
import { createLabelAdmin } from '../../platform/label-admin';
import { guardLabelSet } from '../../platform/label-set';
import { byName, defineModule } from '../../platform/module';
import { addSiteFields } from '../../platform/site-fields';
import { keepExactText } from '../../platform/sql/exact-text';
import { keepIndex } from '../../platform/sql/extra-index';
import { createAdminController } from './admin-controller';
import { contactActions } from './bulk/actions';
import { contactSubject } from './bulk/contact-subject';
import { contactData } from './contact-data';
import { guardContacts } from './contact-documents';
import { contactFields } from './contact-entity';
import { registerContactField } from './contact-field';
import { contactStatuses } from './contact-statuses';
import {
  coreServices,
  createContactController,
  createContactStatusController,
} from './content-api/controllers';
import { contentApiRoutes } from './content-api/routes';
import { contact, contactIndexes } from './content-types/contact';
import { contactStatus } from './content-types/contact-status';
import { CONTACTS_TABLE, CONTACT_STATUS_UID, CONTACT_UID } from './contract';
import { listKnownOnly } from './list/known-only';
import { contactViews } from './list/list-contacts';
import { adminRoutes, permissions } from './routes';
import { REBUILD_JOB, rebuildIndex, rebuildIndexIfEmpty } from './search/rebuild-index';
import { contactSortKeys, contactWords, exactSearchText } from './search/tables';
import { createContacts } from './service';
import { stateHistory } from './state-history';

export * from './contract';
export { CONTACTS } from './bulk/contact-subject';
export { describeFields } from './contact-fields';
export { toOwner } from './contact-views';
export { displayNameOf, type Nameable } from './display-name';
export { narrowContacts } from './list/narrow-contacts';
export { contacts } from './service';
export { normalizeEmail } from '../../platform/normalize-email';

export const contactsModule = defineModule({
  name: 'contacts',
  contentTypes: byName(contact, contactStatus),
  models: [stateHistory, contactWords, contactSortKeys],
  permissions,
  routes: { admin: adminRoutes, 'content-api': contentApiRoutes },
  controllers: {
    'contacts-admin': createAdminController,
    'contact-statuses-admin': ({ strapi }) => createLabelAdmin(strapi, contactStatuses),
    contact: createContactController,
    'contact-status': createContactStatusController,
  },
  services: { ...coreServices, contacts: createContacts },
  jobs: { [REBUILD_JOB]: rebuildIndex },
  bulkSubjects: [contactSubject],
  bulkActions: contactActions,
  fieldEntities: [contactFields],
  viewKinds: [contactViews],
  contactData,
  register: async ({ strapi }) => {
    await addSiteFields(strapi, CONTACT_UID, {
      own: Object.keys(contact.attributes),
      fields: config(strapi).fields.contact,
      at: 'fields.contact',
    });
    guardContacts(strapi);
    guardLabelSet(strapi, contactStatuses);
    registerContactField(strapi);
    // Anonymous ones are made and changed by visits: nobody would find their own work among them.
    narrowHomePage(strapi, CONTACT_UID, { kind: 'known' });
    keepExactText(strapi, { [CONTACTS_TABLE]: ['email', 'external_id'], ...exactSearchText });
    for (const index of contactIndexes) keepIndex(strapi, index);
    if (!isEms(strapi)) {
      closeInGraphql(strapi, CONTACT_STATUS_UID);
      listKnownOnly(strapi);
    }
  },
  bootstrap: async ({ strapi }) => {
    await rebuildIndexIfEmpty(strapi);
  },
});
