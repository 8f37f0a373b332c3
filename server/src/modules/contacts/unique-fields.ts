/** A contact's unique fields, and the sentences for a value that another contact has. */
import type { UniqueField } from '../../platform/unique-fields';
import { CONTACTS_TABLE } from './contract';

export const UNIQUE_FIELDS: UniqueField[] = [
  {
    table: CONTACTS_TABLE,
    field: 'email',
    index: { name: 'cm_contacts_email_unique', columns: ['email'] },
    taken: 'Another contact has this e-mail address',
  },
  {
    table: CONTACTS_TABLE,
    field: 'externalId',
    index: { name: 'cm_contacts_external_id_unique', columns: ['external_id'] },
    taken: 'Another contact has this external id',
  },
];
