/** How often, for how much and when contacts did something. */
import type { Window } from '../../../server/src/modules/conditions';
import { casesOf, type LeafCase } from './leaf-cases';
import { inside, number, outside, sql, type Kinds } from './sql-shapes';

export const PURCHASE = { activity: 'purchase' };
export const ONCE = { operator: 'atLeast', count: 1 } as const;
export const SINCE = ' and a.occurred_at >= ?';
export const BETWEEN = `${SINCE} and a.occurred_at < ?`;

/** `and` is asked of each activity, `having` of all of a contact's. */
export const doers = (and: string | Kinds = '', having: string | Kinds = ''): Kinds =>
  sql(
    ...['select a.contact_id from cm_activities as a where a.type = ?', and],
    ...[' and a.contact_id is not null group by a.contact_id', having]
  );

const often = casesOf('activity', [
  [{ ...PURCHASE, ...ONCE }, inside(doers()), 'Ann Ben Dan'],
  [
    { ...PURCHASE, operator: 'atLeast', count: 2 },
    inside(doers('', ' having count(*) >= ?')),
    'Ann',
  ],
  [{ ...PURCHASE, operator: 'atMost', count: 0 }, outside(doers()), 'Cyd'],
  [
    { ...PURCHASE, operator: 'atMost', count: 1 },
    outside(doers('', ' having count(*) > ?')),
    'Ben Cyd Dan',
  ],
  [{ ...PURCHASE, operator: 'exactly', count: 0 }, outside(doers()), 'Cyd'],
  [
    { ...PURCHASE, operator: 'exactly', count: 1 },
    inside(doers('', ' having count(*) = ?')),
    'Ben Dan',
  ],
  [{ ...PURCHASE, operator: 'never' }, outside(doers()), 'Cyd'],
  [
    { activity: '*', operator: 'atLeast', count: 10 },
    inside(
      'select a.contact_id from cm_activities as a where a.contact_id is not null group by a.contact_id having count(*) >= ?'
    ),
    'Ann',
  ],
]);

const SUM = ' having coalesce(sum(a.value), 0)';
const NOT_SUM = ' having not (coalesce(sum(a.value), 0)';
const measured = casesOf('activity', [
  [
    { ...PURCHASE, measure: 'sum', operator: 'atLeast', value: 12.5 },
    inside(doers('', number(`${SUM} >= ?`))),
    'Ann',
  ],
  [
    { ...PURCHASE, measure: 'sum', operator: 'atLeast', value: 0 },
    outside(doers('', number(`${NOT_SUM} >= ?)`))),
    'Ann Cyd Dan',
  ],
  [
    { ...PURCHASE, measure: 'sum', operator: 'atMost', value: -1 },
    inside(doers('', number(`${SUM} <= ?`))),
    'Ben',
  ],
  [
    { ...PURCHASE, measure: 'sum', operator: 'atMost', value: 0 },
    outside(doers('', number(`${NOT_SUM} <= ?)`))),
    'Ben Cyd Dan',
  ],
  [
    { ...PURCHASE, measure: 'sum', operator: 'exactly', value: 12.5 },
    inside(doers('', number(`${SUM} = ?`))),
    'Ann',
  ],
  [
    { ...PURCHASE, measure: 'sum', operator: 'exactly', value: 0 },
    outside(doers('', number(`${NOT_SUM} = ?)`))),
    'Cyd Dan',
  ],
  [
    { ...PURCHASE, measure: 'max', operator: 'atLeast', value: -3 },
    inside(doers('', number(' having max(a.value) >= ?'))),
    'Ann Ben',
  ],
  [
    { ...PURCHASE, measure: 'max', operator: 'atMost', value: 0 },
    inside(doers('', number(' having max(a.value) <= ?'))),
    'Ben',
  ],
  [
    { ...PURCHASE, measure: 'max', operator: 'exactly', value: 10 },
    inside(doers('', number(' having max(a.value) = ?'))),
    'Ann',
  ],
]);

const during = (window: Window, and: string, finds: string, activity = 'purchase'): LeafCase[] =>
  casesOf('activity', [[{ activity, ...ONCE, window }, inside(doers(and)), finds]]);

/** Three windows begin at eleven: an hour went missing in the night, and clocks went forward. */
const windows = [
  ...during('ever', '', 'Ann Ben Dan'),
  ...during({ last: 1_380, unit: 'minutes' }, SINCE, 'Ann Dan'),
  ...during({ last: 24, unit: 'hours' }, SINCE, 'Ann Ben Dan'),
  ...during({ last: 1, unit: 'days' }, SINCE, 'Ann Dan'),
  ...during({ last: 1, unit: 'weeks' }, SINCE, 'Ben', 'login'),
  ...during({ last: 1, unit: 'months' }, SINCE, 'Ann Ben', 'login'),
  ...during({ last: 1, unit: 'years' }, SINCE, 'Ann Ben Dan', 'login'),
  ...during({ between: ['2026-03-29', '2026-03-29'] }, BETWEEN, 'Ben', 'pagevisit'),
  ...during({ between: ['2026-03-28', '2026-03-29'] }, BETWEEN, 'Ann Ben', 'pagevisit'),
  ...during(
    { between: ['2026-03-28T22:59:59.999Z', '2026-03-28T23:00:00.000Z'] },
    ...([BETWEEN, 'Ann Ben', 'pagevisit'] as const)
  ),
  ...casesOf('activity', [
    [
      { activity: 'login', operator: 'exactly', count: 1, window: { last: 1, unit: 'years' } },
      inside(doers(SINCE, ' having count(*) = ?')),
      'Ann Ben Dan',
    ],
    [
      { ...PURCHASE, operator: 'never', window: { last: 1, unit: 'days' } },
      outside(doers(SINCE)),
      'Ben Cyd',
    ],
    [
      { ...PURCHASE, operator: 'atMost', count: 1, window: { last: 24, unit: 'hours' } },
      outside(doers(SINCE, ' having count(*) > ?')),
      'Ann Ben Cyd Dan',
    ],
  ]),
];

export const ACTIVITY_CASES: LeafCase[] = [...often, ...measured, ...windows];
