/**
 * The orders a contact list can have. An order is a sequence of segments, each of which an index can
 * be walked along; together they hold every contact once. Empty values come last in both directions.
 */
import { CONTACT_STATES, type ContactState } from '../contract';

export const SORTS = [
  'lastActivityAt',
  'createdAt',
  'name',
  'email',
  'state',
  'company',
  'score',
] as const;
export type Sort = (typeof SORTS)[number];
export type Direction = 'asc' | 'desc';

export interface Order {
  sort: Sort;
  direction: Direction;
}

/** `c` is the contact, `k` its row of sort keys. */
export type SegmentColumn =
  'c.last_activity_at' | 'c.created_at' | 'c.email' | 'c.score' | 'k.name' | 'k.company';

export interface Segment {
  /** Ordered by this column, then by id; null: by id alone. */
  by: { column: SegmentColumn; type: 'date' | 'text' | 'number' } | null;
  /** Constant conditions that the index answers on the way. */
  along?: string[];
  /** Constant conditions that are tried on each contact on the way. */
  besides?: string[];
  /** Only contacts in this state. */
  state?: ContactState;
}

/** From the first page to the last. */
export const segmentsOf = ({ sort, direction }: Order): Segment[] => orders[sort](direction);

const present = (column: SegmentColumn, type: 'date' | 'text' | 'number'): Segment => ({
  by: { column, type },
  along: [`${column} is not null`],
});

const ownColumn = (column: SegmentColumn, type: 'date' | 'text') => (): Segment[] => [
  present(column, type),
  { by: null, along: [`${column} is null`] },
];

const sortKey = (column: 'k.name' | 'k.company') => (): Segment[] => [
  present(column, 'text'),
  { by: null, besides: [`${column} is null`] },
];

const inDirection = (segments: Segment[], direction: Direction) =>
  direction === 'asc' ? segments : segments.reverse();

const score = { column: 'c.score', type: 'number' } as const;

const orders: Record<Sort, (direction: Direction) => Segment[]> = {
  lastActivityAt: ownColumn('c.last_activity_at', 'date'),
  createdAt: ownColumn('c.created_at', 'date'),
  email: ownColumn('c.email', 'text'),
  name: sortKey('k.name'),
  company: sortKey('k.company'),
  /** Nearly all contacts of a busy site have no score: they are left out of the index. */
  score: (direction) =>
    inDirection(
      [
        { by: score, along: ['c.score <> 0', 'c.score < 0'] },
        { by: null, besides: ['(c.score = 0 or c.score is null)'] },
        { by: score, along: ['c.score <> 0', 'c.score > 0'] },
      ],
      direction
    ),
  state: (direction) =>
    inDirection(
      [...CONTACT_STATES].sort().map((state) => ({ by: null, state })),
      direction
    ),
};
