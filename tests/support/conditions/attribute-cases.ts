/** Questions to columns of contacts: as SQL on each database, and the first names that they find. */
import { all, among, denied, exactly, filled, like, number, type Kinds } from './sql-shapes';

export const NEEDED = { lastCall: { type: 'datetime' }, shoeSize: { type: 'decimal' } };

export const PEOPLE = [
  {
    ...{
      firstName: 'Ann',
      jobTitle: 'Élan 100%',
      country: 'CZ',
      state: 'client',
      gender: 'female',
    },
    ...{ birthday: '1988-02-29', lastCall: '2026-03-28T22:59:59.999Z', shoeSize: 37.5, score: 10 },
  },
  {
    ...{ firstName: 'Ben', jobTitle: 'a_b', country: 'SK', state: 'partner', monitored: false },
    ...{ birthday: '1990-03-30', lastCall: '2026-03-28T23:00:00.000Z', shoeSize: 42, score: -1 },
  },
  { firstName: 'Cyd', lastCall: '2026-03-29T22:00:00.000Z' },
];

interface Case {
  question: { field: string; operator: string; value?: unknown };
  sql: Kinds;
  finds: string;
}

const of = (field: string, rows: [string, unknown, Kinds, string][]): Case[] =>
  rows.map(([operator, value, sql, finds]) => ({
    question: { field, operator, value },
    sql,
    finds,
  }));

const TITLE = 'c.job_title';
const text = of('jobTitle', [
  ['eq', 'ÉLAN 100%', among(TITLE), 'Ann'],
  ['ne', 'élan 100%', denied(among(TITLE)), 'Ben Cyd'],
  ['contains', '0%', like(TITLE), 'Ann'],
  ['notContains', '_', denied(like(TITLE)), 'Ann Cyd'],
  ['startsWith', 'é', like(TITLE), 'Ann'],
  ['endsWith', '_B', like(TITLE), 'Ben'],
  ['in', ['A_B', 'nothing'], among(TITLE, 2), 'Ben'],
  ['notIn', ['A_B'], denied(among(TITLE)), 'Ann Cyd'],
  ['matches', '?_*', like(TITLE), 'Ben'],
  ['isEmpty', undefined, denied(filled(TITLE)), 'Cyd'],
  ['isNotEmpty', undefined, filled(TITLE), 'Ann Ben'],
]);

const numbers = of('shoeSize', [
  ['eq', 37.5, number('c.shoe_size in (?)'), 'Ann'],
  ['ne', 37.5, denied(number('c.shoe_size in (?)')), 'Ben Cyd'],
  ['gt', 37.5, number('c.shoe_size > ?'), 'Ben'],
  ['gte', 37.5, number('c.shoe_size >= ?'), 'Ann Ben'],
  ['lt', 42, number('c.shoe_size < ?'), 'Ann'],
  ['lte', 42, number('c.shoe_size <= ?'), 'Ann Ben'],
  ['between', [37.5, 41], number('c.shoe_size between ? and ?'), 'Ann'],
  ['in', [42, 43], number('c.shoe_size in (?, ?)'), 'Ben'],
  ['isEmpty', undefined, denied(all('c.shoe_size is not null')), 'Cyd'],
  ['isNotEmpty', undefined, all('c.shoe_size is not null'), 'Ann Ben'],
]);

const span = (last: number) => ({ last, unit: 'days' });
const BORN = 'c.birthday';
const days = of('birthday', [
  ['on', '1990-03-30', all(`${BORN} >= ? and ${BORN} <= ?`), 'Ben'],
  ['before', '1990-03-30', all(`${BORN} <= ?`), 'Ann'],
  ['after', '1988-02-29', all(`${BORN} >= ?`), 'Ben'],
  ['between', ['1988-02-29', '1990-03-29'], all(`${BORN} >= ? and ${BORN} <= ?`), 'Ann'],
  ['inLast', { last: 37, unit: 'years' }, all(`${BORN} >= ? and ${BORN} <= ?`), 'Ben'],
  [
    'notInLast',
    { last: 37, unit: 'years' },
    denied(all(`${BORN} >= ? and ${BORN} <= ?`)),
    'Ann Cyd',
  ],
  ['inNext', span(1), all(`${BORN} >= ? and ${BORN} <= ?`), ''],
  [
    'anniversaryIn',
    span(1),
    {
      sqlite: `substr(${BORN}, 6, 5) in (?, ?)`,
      postgres: `to_char((${BORN})::date, 'MM-DD') in (?, ?)`,
      mysql: `date_format(${BORN}, '%m-%d') in (?, ?)`,
    },
    'Ben',
  ],
  ['isEmpty', undefined, denied(all(`${BORN} is not null`)), 'Cyd'],
]);

const CALL = 'c.last_call';
const SINCE_1970 = Array.from({ length: 57 }, () => `(${CALL} >= ? and ${CALL} < ?)`);
/** The day has 23 hours: from 23:00 until 22:00 of UTC. */
const moments = of('lastCall', [
  ['on', '2026-03-29', all(`${CALL} >= ? and ${CALL} < ?`), 'Ben'],
  ['before', '2026-03-29', all(`${CALL} < ?`), 'Ann'],
  ['after', '2026-03-29', all(`${CALL} >= ?`), 'Cyd'],
  ['between', ['2026-03-28', '2026-03-28'], all(`${CALL} >= ? and ${CALL} < ?`), 'Ann'],
  ['inLast', span(1), all(`${CALL} >= ? and ${CALL} < ?`), 'Ann Ben'],
  ['notInLast', span(1), denied(all(`${CALL} >= ? and ${CALL} < ?`)), 'Cyd'],
  ['inNext', span(1), all(`${CALL} >= ? and ${CALL} < ?`), 'Cyd'],
  ['anniversaryIn', span(1), all(SINCE_1970.join(' or ')), 'Ben Cyd'],
  ['isNotEmpty', undefined, all(`${CALL} is not null`), 'Ann Ben Cyd'],
]);

export const ATTRIBUTE_CASES: Case[] = [
  ...text,
  ...numbers,
  ...days,
  ...moments,
  ...of('country', [['eq', 'cz', exactly('c.country'), 'Ann']]),
  ...of('monitored', [['is', false, all('c.monitored = ?'), 'Ben']]),
  ...of('gender', [
    ['in', ['female'], exactly('c.gender'), 'Ann'],
    ['notIn', ['female'], denied(exactly('c.gender')), 'Ben Cyd'],
    ['isEmpty', undefined, denied(all('c.gender is not null')), 'Ben Cyd'],
    ['isNotEmpty', undefined, all('c.gender is not null'), 'Ann'],
  ]),
];
