/** The statuses of contacts: a change of one, by deleting it too, is in the contacts' history. */
import type { Core } from '@strapi/strapi';
import { attribution } from '../../platform/actor';
import { removeLabel, type LabelSet } from '../../platform/label-set';
import type { Removal } from '../../platform/removal';
import { changeStatus } from './change-state';
import { CONTACTS_TABLE, CONTACT_STATUSES_TABLE, CONTACT_STATUS_UID } from './contract';

export const contactStatuses: LabelSet = {
  uid: CONTACT_STATUS_UID,
  table: CONTACT_STATUSES_TABLE,
  nameIndex: 'cm_contact_statuses_name_unique',
  noun: 'status',
  holders: {
    table: CONTACTS_TABLE,
    column: 'status_id',
    have: (count) => (count === 1 ? '1 contact has' : `${count} contacts have`),
  },
  move: (strapi, { holderIds, from, to }) =>
    changeStatus(strapi, {
      contactIds: holderIds,
      replaces: from.id,
      to: to?.id ?? null,
      by: attribution(strapi).by,
      why: `status "${from.name}" was deleted`,
    }),
};

/** Contacts that have it get `replaceWith`, or none with `force`; see `removeLabel`. */
export const removeStatus = (strapi: Core.Strapi, removal: Removal): Promise<void> =>
  removeLabel(strapi, contactStatuses, removal);
