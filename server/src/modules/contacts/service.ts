/** What other modules and a site's own code may ask of contacts. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { service } from '../../platform/plugin';
import { changeState, changeStatus, type StateMove, type StatusMove } from './change-state';
import { removeStatus, type StatusRemoval } from './contact-statuses';
import { displayNameOf } from './display-name';
import { eraseContacts } from './erase';
import { findByDocumentId, findByEmail, findByExternalId } from './find-contact';
import { indexWords } from './search/index-words';
import { normalizeEmail } from './normalize-email';
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
  changeState: (move: StateMove, trx?: Knex.Transaction) => changeState(strapi, move, trx),
  changeStatus: (move: StatusMove, trx?: Knex.Transaction) => changeStatus(strapi, move, trx),
  erase: (documentIds: string[], trx?: Knex.Transaction) => eraseContacts(strapi, documentIds, trx),
  /** After writing names, e-mail or company past the document service. */
  indexWords: (trx: Knex.Transaction, contactIds: number[]) => indexWords(strapi, trx, contactIds),
  removeStatus: (removal: StatusRemoval) => removeStatus(strapi, removal),
});

export type ContactsService = ReturnType<typeof createContacts>;

export const contacts = (strapi: Core.Strapi): ContactsService =>
  service<ContactsService>(strapi, 'contacts');
