/**
 * What a module contributes to bulk changes: subjects (lists of rows that can be chosen from) and
 * actions (one object for each thing that can be done with them). The engine around them pages, keeps
 * what was changed in the same transaction, and undoes.
 */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { BulkSelection, SkipReason } from './contract';

export interface BulkItem {
  id: number;
  documentId: string;
}

export interface BulkSubject {
  /** Its permissions begin with it: who has `contacts.read` sees bulk changes of `contacts`. */
  name: string;
  /** What seeing this selection takes on top of the list's permission. */
  permissions?(strapi: Core.Strapi, selection: BulkSelection): string[];
  /** Throws a ValidationError. */
  parseSelection(strapi: Core.Strapi, selection: unknown): Promise<BulkSelection>;
  count(strapi: Core.Strapi, selection: BulkSelection): Promise<number>;
  /** The highest row number there is: a change ends there, also on a busy site. */
  newest(strapi: Core.Strapi): Promise<number>;
  /** In the order of their row numbers. */
  next(strapi: Core.Strapi, selection: BulkSelection, page: ItemPage): Promise<BulkItem[]>;
}

export interface ItemPage {
  after: number;
  upTo: number;
  limit: number;
}

export interface Attribution {
  by: string;
  why: string;
}

export interface Parsed<Value> {
  /** JSON. */
  value: Value;
  /** In words, for the list of recent changes; null where the admin has them. */
  label: string | null;
}

/** One row's change; both values are JSON and the action's own. */
export interface Change {
  documentId: string;
  before: unknown;
  after: unknown;
}

export interface Applied {
  /** Only rows that are another than before. */
  changes: Change[];
  /** Runs after the commit. */
  announce: () => Promise<void>;
}

export interface Undone {
  restored: string[];
  skipped: Skipped[];
  announce: () => Promise<void>;
}

export interface Skipped {
  documentId: string;
  reason: SkipReason;
}

interface Step extends Attribution {
  batchId: string;
}

export interface ApplyStep<Value> extends Step {
  items: BulkItem[];
  value: Value;
}

export interface UndoStep extends Step {
  changes: Change[];
}

export interface BulkAction<Value = unknown> {
  subject: string;
  action: string;
  /** On top of the route's: `contacts.delete`; several are all needed. Undoing asks for it, too. */
  permission: string | readonly string[];
  /** To see it among recent changes, where its label tells of more than the subject: `groups.read`. */
  readPermission?: string;
  /** Rows of one transaction; 500 when left out. */
  rowsPerStep?: number;
  /** Throws a ValidationError. */
  parse(strapi: Core.Strapi, value: unknown): Promise<Parsed<Value>>;
  /** May run twice over the same rows when a server was lost: rows that are there already are left alone. */
  apply(strapi: Core.Strapi, trx: Knex.Transaction, step: ApplyStep<Value>): Promise<Applied>;
  /** Puts back what nobody has changed since; every change is either restored or skipped. */
  undo(strapi: Core.Strapi, trx: Knex.Transaction, step: UndoStep): Promise<Undone>;
}

export const ROWS_PER_STEP = 500;
