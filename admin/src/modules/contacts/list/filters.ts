/** What a contact list can be filtered by. Dates are day ranges, everything else is a set of options. */
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

export const isDateFilter = (name: FilterName): name is DateFilter =>
  DATE_FILTERS.some((filter) => filter === name);
