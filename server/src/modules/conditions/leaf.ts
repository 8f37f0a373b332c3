/**
 * What a kind of leaf is: how it is read, compiled, what changes its answer, how it reads aloud, and
 * what it shows as its evidence. Built-in ones and those that a site registers are the same thing; one
 * that lacks a part does not compile.
 */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Milliseconds } from '../../platform/clock';
import type { Dialect } from '../../platform/sql/dialect';
import type { CatalogueField, CoreLeaf, Dependencies, Evidence } from './contract';

export type Query = Knex.QueryBuilder;
export type Sql = Knex.Raw;

/** What a condition is read against: it knows the fields, activity types and content types there are. */
export interface ReadContext {
  strapi: Core.Strapi;
  /** IANA; days and hours are in it. */
  timeZone: string;
  /** Says what is wrong with a part of the leaf: `where[0].value`. Throws. */
  refuse: (path: string, message: string) => never;
}

/** What a condition is compiled for. */
export interface CompileContext {
  strapi: Core.Strapi;
  dialect: Dialect;
  now: Milliseconds;
  /** IANA. */
  timeZone: string;
  /** Only these contacts are asked about: subqueries are narrowed to them, so that indexes answer. */
  scope: number[] | null;
}

/**
 * `test`: SQL over contacts as `c`; where it is unknown, it counts as no. `ids`: a query of one column of
 * contacts' row numbers, never null, which may name one more than once and others than contacts; with
 * `except`, everybody but them. Values are only bound.
 */
export type Compiled = { test: Sql } | { ids: Query; except?: boolean };

/** Contacts whose answer the clock may have changed in (from, to]: a query of their row numbers. */
export type Crossed = Query | 'everybody' | null;

export interface Range {
  from: Milliseconds;
  to: Milliseconds;
}

/** What admins may be allowed to see that conditions ask about, besides contacts. */
export const ASKED_PERMISSIONS = [
  ...(['accounts.read', 'activities.read', 'groups.read', 'scores.read'] as const),
] as const;
export type AskedPermission = (typeof ASKED_PERMISSIONS)[number];

export interface LeafType<Rule extends CoreLeaf> {
  type: Rule['type'];
  /** Names of the properties that it may have, besides `type` and `disabled`: others are refused. */
  properties: readonly string[];
  /** Throws through `context.refuse`. */
  read(input: Record<string, unknown>, context: ReadContext): Rule;
  compile(rule: Rule, context: CompileContext): Compiled;
  /** What else than the clock can change its answer. */
  dependsOn(rule: Rule): Partial<Omit<Dependencies, 'clock'>>;
  /** False: it is the same at any time. */
  isTimed(rule: Rule): boolean;
  /** Asked of those that are timed. */
  crossed(rule: Rule, range: Range, context: CompileContext): Crossed;
  /** As a part of a sentence about a contact: "country is CZ". */
  say(rule: Rule, context: Pick<CompileContext, 'strapi'>): string;
  /** What was found with one contact, whether it matches or not. */
  evidence(rule: Rule, contactId: number, context: CompileContext): Promise<Evidence | undefined>;
  /**
   * What it takes to be told its answer, in the content API too (verify-scopes.ts); everything, unless
   * it says less.
   */
  permissions?: readonly AskedPermission[];
  /** Why it reads every row of a large table; nothing when indexes answer it. */
  warnings?(rule: Rule, context: Pick<CompileContext, 'strapi'>): string[];
  /** How the builder shows one that a site registered. */
  form?: { label: string; category: string; fields: CatalogueField[] };
}

export const defineLeaf = <Rule extends CoreLeaf>(leaf: LeafType<Rule>): LeafType<Rule> => leaf;
