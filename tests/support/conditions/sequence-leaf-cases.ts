/** One thing, and then another. */
import { BETWEEN, SINCE } from './activity-leaf-cases';
import { casesOf } from './leaf-cases';
import { among, inside, sql, type Kinds } from './sql-shapes';

/** The one and then the other, without what the two are asked. */
const inTurn = (first = '', then: string | Kinds = ''): Kinds =>
  inside(
    sql(
      ...[
        'select f.contact_id from (select a.contact_id, a.occurred_at from cm_activities as a where a.type = ?',
        first,
      ],
      ...[
        ' and a.contact_id is not null) as f inner join (select a.contact_id, a.occurred_at from cm_activities as a where a.type = ?',
        then,
      ],
      ' and a.contact_id is not null) as t on t.contact_id = f.contact_id where t.occurred_at > f.occurred_at and t.occurred_at <= f.occurred_at + ?'
    )
  );

const DOWNLOAD = { first: { activity: 'download' }, then: { activity: 'formsubmit' } };
const ORDER = { field: 'title', operator: 'eq', value: 'order' } as const;
export const SEQUENCE_CASES = casesOf('sequence', [
  [{ ...DOWNLOAD, withinDays: 2 }, inTurn(), 'Ann Ben'],
  [
    { ...DOWNLOAD, withinDays: 2, window: { between: ['2026-03-01', '2026-03-01'] } },
    inTurn(BETWEEN),
    'Ann',
  ],
  [
    { ...DOWNLOAD, withinDays: 3, window: { between: ['2026-03-01', '2026-03-01'] } },
    inTurn(BETWEEN),
    'Ann Ben',
  ],
  [
    {
      ...DOWNLOAD,
      then: { activity: 'formsubmit', where: [ORDER] },
      withinDays: 2,
      window: 'ever',
    },
    inTurn('', sql(' and (', among('a.title'), ')')),
    'Ann',
  ],
  [{ ...DOWNLOAD, withinDays: 2, window: { last: 1, unit: 'days' } }, inTurn(SINCE), 'Ben'],
]);
