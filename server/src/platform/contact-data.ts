/**
 * What merging, un-merging, subject access and erasure do with a module's rows. Every table with a
 * contact column belongs to a module that declares this (a test looks for those that do not).
 */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

/** What un-merging needs to give a module's rows back; stored as JSON in the merge ledger. */
export type Receipt = Record<string, unknown>;

export interface Reassignment {
  from: number;
  into: number;
}

export interface ContactDataOwner {
  /** Tables with a contact column that this module answers for, with that column. */
  tables: Record<`cm_${string}`, string>;
  /** Moves rows of contact `from` to contact `into`, inside `trx`; answers with what was moved. */
  reassign(strapi: Core.Strapi, trx: Knex.Transaction, move: Reassignment): Promise<Receipt>;
  /** Everything this module holds about one contact, for subject access. */
  export(strapi: Core.Strapi, contactId: number): Promise<Record<string, unknown>>;
  /** Removes everything this module holds about these contacts, inside `trx`. */
  erase(strapi: Core.Strapi, trx: Knex.Transaction, contactIds: number[]): Promise<void>;
}

export interface NamedContactData {
  module: string;
  data: ContactDataOwner;
}

const owners = new WeakMap<Core.Strapi, NamedContactData[]>();

export const setContactDataOwners = (strapi: Core.Strapi, list: NamedContactData[]): void => {
  owners.set(strapi, list);
};

export const contactDataOwners = (strapi: Core.Strapi): NamedContactData[] =>
  owners.get(strapi) ?? [];
