/** Of the server's contract; only types cross, so the values are written again and checked. */
import type {
  COUNT_OPERATORS as ServerCountOperators,
  OPERATORS as ServerOperators,
  UNITS as ServerUnits,
} from '../../../../server/src/modules/conditions/contract';

export const OPERATORS = {
  text: [
    ...(['eq', 'ne', 'contains', 'notContains', 'startsWith', 'endsWith', 'in', 'notIn'] as const),
    ...(['matches', 'isEmpty', 'isNotEmpty'] as const),
  ],
  number: [
    ...(['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'between', 'in', 'isEmpty', 'isNotEmpty'] as const),
  ],
  date: [
    ...(['on', 'before', 'after', 'between', 'inLast', 'notInLast', 'inNext'] as const),
    ...(['anniversaryIn', 'isEmpty', 'isNotEmpty'] as const),
  ],
  boolean: ['is'],
  choice: ['in', 'notIn', 'isEmpty', 'isNotEmpty'],
} as const satisfies typeof ServerOperators;

export const COUNT_OPERATORS = [
  'atLeast',
  'atMost',
  'exactly',
  'never',
] as const satisfies typeof ServerCountOperators;

export const UNITS = [
  'minutes',
  'hours',
  'days',
  'weeks',
  'months',
  'years',
] as const satisfies typeof ServerUnits;
