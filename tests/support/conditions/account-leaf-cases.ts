/** Where contacts are or were, and what is done there. */
import type { FieldQuestion } from '../../../server/src/modules/conditions';
import { BETWEEN, ONCE, PURCHASE, SINCE } from './activity-leaf-cases';
import { casesOf } from './leaf-cases';
import { all, among, denied, exactly, inside, number, sql, type Kinds } from './sql-shapes';

const CURRENT = ' and (m.until is null or m.until > ?)';
const FORMER = ' and m.until <= ?';
const members = (when: string, and: string | Kinds = ''): Kinds =>
  inside(
    sql(
      'select m.contact_id from cm_account_memberships as m inner join cm_accounts as ac on ac.id = m.account_id where m.contact_id is not null',
      ...[when, and]
    )
  );

const ROLE = ' and m.role_id in (select r.id from cm_contact_roles as r where r.name in (?))';
const BELOW =
  ' and ac.id in (with recursive below (id) as (select id from cm_accounts where document_id in (?) union select child.id from cm_accounts as child join below on child.parent_id = below.id) select id from below)';
const LABELS = sql(
  'select label.id from cm_account_statuses as label where ',
  exactly('label.name')
);

const whose = (where: FieldQuestion, test: string | Kinds, finds: string) =>
  casesOf('account', [[{ where: [where] }, members(CURRENT, sql(' and (', test, ')')), finds]]);

const industry = (operator: 'eq' | 'ne') =>
  ({ field: 'industry', operator, value: 'STEEL' }) as const;

export const ACCOUNT_CASES = [
  ...casesOf('account', [
    [{}, members(CURRENT), 'Ann Ben Dan'],
    [{ membership: 'former' }, members(FORMER), 'Ann Cyd'],
    [{ membership: 'ever' }, members(''), 'Ann Ben Cyd Dan'],
    [{ roles: ['boss'] }, members(CURRENT, ROLE), 'Ann'],
    [{ roles: ['buyer'], membership: 'former' }, members(FORMER, ROLE), 'Ann Cyd'],
    [{ accounts: ['acme'] }, members(CURRENT, ' and ac.document_id in (?)'), 'Ann'],
    [
      { accounts: ['acme', 'globex'] },
      members(CURRENT, ' and ac.document_id in (?, ?)'),
      'Ann Dan',
    ],
    [{ accounts: ['acme'], subsidiaries: true }, members(CURRENT, BELOW), 'Ann Ben'],
  ]),
  ...whose(industry('eq'), among('ac.industry'), 'Ann'),
  ...whose(industry('ne'), denied(among('ac.industry')), 'Ben Dan'),
  ...whose(
    { field: 'employees', operator: 'gt', value: 9.5 },
    number('ac.employees > ?'),
    'Ann Dan'
  ),
  ...whose(
    { field: 'employees', operator: 'isEmpty' },
    denied(all('ac.employees is not null')),
    'Ben'
  ),
  ...whose(
    { field: 'status', operator: 'in', value: ['good'] },
    sql('ac.status_id in (', LABELS, ')'),
    'Dan'
  ),
  ...whose(
    { field: 'status', operator: 'notIn', value: ['good'] },
    sql('(ac.status_id is null or ac.status_id not in (', LABELS, '))'),
    'Ann Ben'
  ),
  ...whose({ field: 'status', operator: 'isEmpty' }, 'ac.status_id is null', 'Ann Ben'),
];

const MEMBERS = `from cm_account_memberships as m where m.contact_id is not null${CURRENT}`;
const PEOPLE = `select m.account_id, m.contact_id ${MEMBERS}`;
/** Of each account, also the people of those below it. */
const PEOPLE_BELOW = [
  'select distinct tree.root_id as account_id, m.contact_id as contact_id from cm_account_memberships as m inner join',
  `(with recursive tree (root_id, account_id) as (select id, id from cm_accounts where id in (select distinct m.account_id ${MEMBERS} and m.account_id is not null)`,
  'union select tree.root_id, child.id from cm_accounts as child join tree on child.parent_id = tree.account_id)',
  `select root_id, account_id from tree) as tree on tree.account_id = m.account_id where m.contact_id is not null${CURRENT}`,
].join(' ');

interface Doing {
  /** Asked of each activity. */
  each?: string | Kinds;
  /** Asked of all of them. */
  having?: string | Kinds;
  people?: string;
  not?: boolean;
}

/** In accounts, by what their people did. */
const colleagues = ({ each = '', having = '', people = PEOPLE, not = false }: Doing = {}): Kinds =>
  inside(
    sql(
      `select m.contact_id ${MEMBERS} and ${not ? 'm.account_id is not null and m.account_id not' : 'm.account_id'} in (`,
      `select p.account_id from cm_activities as a inner join (${people}) as p on p.contact_id = a.contact_id`,
      ...[' where a.type = ?', each],
      ` and p.account_id is not null group by p.account_id`,
      ...[having, ')']
    )
  );

const SOMEBODY = ' and a.contact_id is not null';
const RECENT = 'sum(case when a.occurred_at >= ? then 1 else 0 end)';
const EARLIER = 'sum(case when a.occurred_at < ? then 1 else 0 end)';
const fallen = (people: string): Kinds =>
  colleagues({
    ...{ people, each: `${SOMEBODY}${SINCE}` },
    having: sql(` having ${RECENT} < ${EARLIER} and ${RECENT} <= ${EARLIER} * `, {
      ...all('?'),
      postgres: '?::numeric',
    }),
  });
const [LEAST, MORE, EXACTLY] = ['>=', '>', '='].map((than) => ` having count(*) ${than} ?`);
const ever = (having?: string, more: Doing = {}): Kinds =>
  colleagues({ each: SOMEBODY, having, ...more });
const nothing = (window = ''): Kinds => colleagues({ each: `${window}${SOMEBODY}`, not: true });

const DAY = { last: 1, unit: 'days' } as const;
const LESS = { ...PURCHASE, operator: 'lessThanBefore', window: DAY } as const;

export const ACCOUNT_ACTIVITY_CASES = casesOf('accountActivity', [
  [{ ...PURCHASE, ...ONCE }, ever(LEAST), 'Ann Ben Dan'],
  [{ ...PURCHASE, operator: 'atLeast', count: 2 }, ever(LEAST), 'Ann'],
  [
    { ...PURCHASE, operator: 'atLeast', count: 3, subsidiaries: true },
    ever(LEAST, { people: PEOPLE_BELOW }),
    'Ann',
  ],
  [{ ...PURCHASE, operator: 'atMost', count: 1 }, ever(MORE, { not: true }), 'Ben Dan'],
  [{ ...PURCHASE, operator: 'atMost', count: 0, window: DAY }, nothing(SINCE), 'Ben'],
  [{ ...PURCHASE, operator: 'exactly', count: 1 }, ever(EXACTLY), 'Ben Dan'],
  [
    { ...PURCHASE, ...ONCE, where: [{ field: 'title', operator: 'eq', value: 'A_B' }] },
    ever(LEAST, { each: sql(' and (', among('a.title'), ')', SOMEBODY) }),
    'Ben',
  ],
  [
    {
      ...PURCHASE,
      operator: 'exactly',
      count: 0,
      window: { between: ['2026-03-29', '2026-03-29'] },
    },
    nothing(BETWEEN),
    'Ann Ben',
  ],
  [{ ...PURCHASE, operator: 'never', window: DAY }, nothing(SINCE), 'Ben'],
  [{ ...PURCHASE, operator: 'never', window: 'ever' }, nothing(), ''],
  [{ activity: 'meeting', operator: 'never' }, nothing(), 'Ann Ben Dan'],
  [LESS, fallen(PEOPLE), 'Ben'],
  [{ ...LESS, subsidiaries: true }, fallen(PEOPLE_BELOW), 'Ann Ben'],
  [{ ...LESS, byPercent: 50, subsidiaries: true }, fallen(PEOPLE_BELOW), 'Ann Ben'],
  [{ ...LESS, byPercent: 51, subsidiaries: true }, fallen(PEOPLE_BELOW), 'Ben'],
]);
