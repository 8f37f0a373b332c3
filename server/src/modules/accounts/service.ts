/** What other modules and a site's own code may ask of accounts. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { service } from '../../platform/plugin';
import type { Removal } from '../../platform/removal';
import type { AccountScope } from './contract';
import { addMember, endMembership, type NewMember } from './change-members';
import { ensureAccount, ensureMember, type NamedAccount } from './ensure-account';
import { findByDocumentId, findByExternalId, membershipsOf } from './find-account';
import { subtreeIds } from './hierarchy';
import type { Partners } from './membership-row';
import { createPeopleRollUp, membershipsIn, membershipsOfOne, peopleIn } from './people';
import { removeAccount } from './remove-account';

export const createAccounts = ({ strapi }: { strapi: Core.Strapi }) => ({
  findByDocumentId: (documentId: string, trx?: Knex.Transaction) =>
    findByDocumentId(strapi, documentId, trx),
  findByExternalId: (externalId: string, trx?: Knex.Transaction) =>
    findByExternalId(strapi, externalId, trx),
  /** The memberships of a contact, current and former ones. */
  membershipsOf: (contactId: number, trx?: Knex.Transaction) =>
    membershipsOf(strapi, contactId, trx),
  /** Row numbers of the account and of everything below it. */
  subtreeIds: (accountId: number, trx?: Knex.Transaction) => subtreeIds(strapi, accountId, trx),
  /** Rows of (contact_id, here), each contact once: `here` is 1 for a current member, or else 0. */
  people: (scope: AccountScope) => peopleIn(strapi, scope),
  /** Memberships as `m`, current and former ones; see `CURRENT`. */
  memberships: (scope: AccountScope) => membershipsIn(strapi, scope),
  /** Those of the contact whose number `column` holds, for `exists (…)` in a query over contacts. */
  membershipsOfOne: (scope: AccountScope, column: string) =>
    membershipsOfOne(strapi, scope, column),
  rollUpPeople: createPeopleRollUp(strapi),
  /** The account a site's back end names, made if need be. Answers with its row number. */
  ensureAccount: (named: NamedAccount) => ensureAccount(strapi, named),
  /** A membership of the two, made if there never was one. Both by row number. */
  ensureMember: (partners: Partners) => ensureMember(strapi, partners),
  addMember: (member: NewMember) => addMember(strapi, member),
  endMembership: (documentId: string, on?: string) => endMembership(strapi, documentId, on),
  remove: (removal: Removal) => removeAccount(strapi, removal),
});

export type AccountsService = ReturnType<typeof createAccounts>;

export const accounts = (strapi: Core.Strapi): AccountsService =>
  service<AccountsService>(strapi, 'accounts');
