/** What other modules and a site's own code may ask of contacts. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { service } from '../../platform/plugin';
import type { Removal } from '../../platform/removal';
import { changeState, changeStatus, type StateMove, type StatusMove } from './change-state';
import { parseUpserts, type UpsertRequest, type UpsertResult } from './content-api/parse-upserts';
import { upsertContacts } from './content-api/upsert-contacts';
import { removeStatus } from './contact-statuses';
import { displayNameOf } from './display-name';
import { eraseContacts } from './erase';
import { findByDocumentId, findByEmail, findByExternalId } from './find-contact';
import { indexWords } from './search/index-words';
import { normalizeEmail } from '../../platform/normalize-email';
import { traitsToContact } from './traits-to-contact';

export const createContacts = ({ strapi }: { strapi: Core.Strapi }) => ({
  displayNameOf,
  normalizeEmail,
  traitsToContact,
  findByEmail: (email: string, trx?: Knex.Transaction) => findByEmail(strapi, email, trx),
  findByDocumentId: (documentId: string, trx?: Knex.Transaction) =>
    findByDocumentId(strapi, documentId, trx),
  findByExternalId: (externalId: string, trx?: Knex.Transaction) =>
    findByExternalId(strapi, externalId, trx),
  /** At most 1,000; one result each, in order. Throws a ValidationError for more. */
  upsert: (requests: UpsertRequest[]): Promise<UpsertResult[]> =>
    upsertContacts(strapi, parseUpserts({ contacts: requests })),
  changeState: (move: StateMove, trx?: Knex.Transaction) => changeState(strapi, move, trx),
  changeStatus: (move: StatusMove, trx?: Knex.Transaction) => changeStatus(strapi, move, trx),
  erase: (documentIds: string[], trx?: Knex.Transaction) => eraseContacts(strapi, documentIds, trx),
  /** After writing names, e-mail or company past the document service. */
  indexWords: (trx: Knex.Transaction, contactIds: number[]) => indexWords(strapi, trx, contactIds),
  removeStatus: (removal: Removal) => removeStatus(strapi, removal),
});

export type ContactsService = ReturnType<typeof createContacts>;

export const contacts = (strapi: Core.Strapi): ContactsService =>
  service<ContactsService>(strapi, 'contacts');
