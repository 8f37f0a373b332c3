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
  /**
   * Takes the locks that this module's writers take before they lock a contact. Erasing and merging take
   * them first as well: then nobody writes to these contacts meanwhile, and nobody waits in a circle.
   */
  lock?(strapi: Core.Strapi, trx: Knex.Transaction, contactIds: number[]): Promise<void>;
  /** Tables with a contact column that this module answers for, with that column. */
  tables: Record<`cm_${string}`, string>;
  /** Columns that name a contact in rows that stay when it goes, and then name nobody. */
  references?: Record<`cm_${string}`, readonly string[]>;
  /** Moves rows of contact `from` to contact `into`, inside `trx`; answers with what was moved. */
  reassign(strapi: Core.Strapi, trx: Knex.Transaction, move: Reassignment): Promise<Receipt>;
  /** Everything this module holds about one contact, for subject access. */
  export(strapi: Core.Strapi, contactId: number): Promise<Record<string, unknown>>;
  /** Removes everything this module holds about these contacts, inside `trx`. */
  erase(strapi: Core.Strapi, trx: Knex.Transaction, contactIds: number[]): Promise<void>;
  /** What undoing a bulk deletion needs beyond putting the rows of `tables` back as they were. */
  restore?: RestoreRules;
}

export interface RestoreRules {
  /** Tables that are not kept, because `finish` makes their rows again. */
  derived?: readonly string[];
  /** Tables whose rows stay when a contact is erased, and the columns that are emptied then. */
  emptied?: Record<string, readonly string[]>;
  /** Which rows of a table may come back. Rows that break a unique key are left out anyway. */
  admit?: Record<
    string,
    (strapi: Core.Strapi, trx: Knex.Transaction, rows: KeptRow[]) => Promise<KeptRow[]>
  >;
  /** Runs when all rows are back. */
  finish?(strapi: Core.Strapi, trx: Knex.Transaction, contactIds: number[]): Promise<void>;
}

/** A row of any table, as the driver hands it out; large whole numbers as text. */
export type KeptRow = Record<string, unknown>;

export interface NamedContactData {
  module: string;
  data: ContactDataOwner;
}

const owners = new WeakMap<Core.Strapi, NamedContactData[]>();

/**
 * Kept in the reverse order of the modules: visitors go before their activities do, because an
 * activity that is being written holds its visitor, and is waited for there.
 */
export const setContactDataOwners = (strapi: Core.Strapi, list: NamedContactData[]): void => {
  owners.set(strapi, [...list].reverse());
};

export const lockContactData = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  contactIds: number[]
): Promise<void> => {
  if (contactIds.length === 0) return;
  for (const { data } of contactDataOwners(strapi)) await data.lock?.(strapi, trx, contactIds);
};

export const contactDataOwners = (strapi: Core.Strapi): NamedContactData[] =>
  owners.get(strapi) ?? [];
