/** What a contact list can be filtered by. Dates are day ranges, everything else is a set of options. */
import type { Edition } from '../../../shared/edition';
import type { OwnFilter } from '../../../shared/own-filters/own-field';

export const OPTION_FILTERS = [
  'state',
  'kind',
  'status',
  'owner',
  'country',
  'subscription',
] as const;
export const DATE_FILTERS = ['created', 'lastActivity'] as const;

export type OptionFilter = (typeof OPTION_FILTERS)[number];
export type DateFilter = (typeof DATE_FILTERS)[number];
export type FilterName = OptionFilter | DateFilter;

export type AnyFilter = FilterName | OwnFilter;

/** One that another module gives to the list, by the name of the server's parameter. */
export type AddedFilter = `added.${string}`;

const ADDED = 'added.';
export const isAddedFilter = (name: AnyFilter | AddedFilter): name is AddedFilter =>
  name.startsWith(ADDED);
export const addedFilter = (parameter: string): AddedFilter => `${ADDED}${parameter}`;
export const parameterOf = (name: AddedFilter): string => name.slice(ADDED.length);

const EMS_ONLY: ReadonlySet<OptionFilter> = new Set<OptionFilter>(['kind', 'status']);

/** The CMS edition has no statuses, and nobody who is anonymous. */
export const optionFiltersOf = (edition: Edition | undefined): OptionFilter[] =>
  OPTION_FILTERS.filter((name) => edition !== 'cms' || !EMS_ONLY.has(name));

export const isDateFilter = (name: AnyFilter): name is DateFilter =>
  DATE_FILTERS.some((filter) => filter === name);
