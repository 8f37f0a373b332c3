/** Contacts, as what can have custom fields. */
import { CUSTOM_VALUES } from '../../platform/fields/contract';
import type { FieldEntity } from '../../platform/fields/entity';
import { queueContacts } from '../../platform/recalculation/queue';
import { CONTACT_UID, CONTACTS_TABLE } from './contract';
import { indexWords } from './search/index-words';

export const CONTACT_VALUES_TABLE = 'cm_custom_values' as const;

export const contactFields: FieldEntity = {
  name: 'contact',
  uid: CONTACT_UID,
  table: CONTACTS_TABLE,
  alias: 'c',
  valuesTable: CONTACT_VALUES_TABLE,
  idColumn: 'contact_id',
  isOffered: () => true,
  reindex: indexWords,
  queueChanged: (strapi, trx, ids) => queueContacts(strapi, trx, ids, { fields: [CUSTOM_VALUES] }),
};
