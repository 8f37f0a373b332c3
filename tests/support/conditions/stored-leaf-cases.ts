/** What is stored of contacts: groups, totals, consent. */
import type { ScoreRule } from '../../../server/src/modules/conditions';
import { casesOf, type LeafCase } from './leaf-cases';
import { all, inside, number, outside, sql, type Kinds } from './sql-shapes';

const MEMBERS = inside(
  'select x.contact_id from cm_group_members as x where x.group_id in (select g.id from cm_contact_groups as g where g.name = ?) and x.excluded = ? and x.contact_id is not null'
);
export const GROUP_CASES = casesOf('group', [
  [{ group: 'vip' }, MEMBERS, 'Ann'],
  [{ group: ' VIP ' }, MEMBERS, 'Ann'],
  [{ group: 'gone' }, MEMBERS, ''],
]);

const AGREED =
  'select l.contact_id from cm_consent_log as l where l.purpose = ? and l.contact_id is not null and l.granted = ? and not exists (select n.id from cm_consent_log as n where n.contact_id = l.contact_id and n.purpose = l.purpose and (n.given_at > l.given_at or (n.given_at = l.given_at and n.id > l.id)))';
export const CONSENT_CASES = casesOf('consent', [
  [{ purpose: 'email', operator: 'has' }, inside(AGREED), 'Ben Dan'],
  [{ purpose: 'email', operator: 'lacks' }, outside(AGREED), 'Ann Cyd'],
  [{ purpose: 'tracking', operator: 'has' }, inside(AGREED), ''],
  [{ purpose: 'tracking', operator: 'lacks' }, outside(AGREED), 'Ann Ben Cyd Dan'],
]);

const totals = (test: string | Kinds): Kinds =>
  sql(
    ...[
      'select t.contact_id from cm_score_totals as t where t.score_id in (select s.id from cm_scores as s where s.name = ?) and t.contact_id is not null and ',
      test,
    ]
  );
/** Totals that answer it; where 0 would, everybody but those that do not. */
const total = (
  operator: ScoreRule['operator'],
  value: number | number[],
  test: string | Kinds,
  finds: string
): LeafCase[] => {
  const isZeroOut = finds.includes('Cyd');
  const query = totals(sql(isZeroOut ? 'not (' : '(', test, ')'));
  return casesOf('score', [
    [{ score: 'fit', operator, value }, isZeroOut ? outside(query) : inside(query), finds],
  ]);
};
const IS = number('t.total in (?)');
const IS_NOT = sql('not coalesce((', IS, '), false)');

export const SCORE_CASES = [
  ...total('eq', 10.5, IS, 'Ann'),
  ...total('eq', 0, IS, 'Cyd Dan'),
  ...total('ne', 0, IS_NOT, 'Ann Ben'),
  ...total('ne', 10.5, IS_NOT, 'Ben Cyd Dan'),
  ...total('gt', 0, number('t.total > ?'), 'Ann'),
  ...total('gt', -2, number('t.total > ?'), 'Ann Cyd Dan'),
  ...total('gte', 0.5, number('t.total >= ?'), 'Ann'),
  ...total('gte', 0, number('t.total >= ?'), 'Ann Cyd Dan'),
  ...total('lt', 0, number('t.total < ?'), 'Ben'),
  ...total('lt', 10.5, number('t.total < ?'), 'Ben Cyd Dan'),
  ...total('lte', -2, number('t.total <= ?'), 'Ben'),
  ...total('lte', 0, number('t.total <= ?'), 'Ben Cyd Dan'),
  ...total('between', [1, 10.5], number('t.total between ? and ?'), 'Ann'),
  ...total('between', [-2, 0], number('t.total between ? and ?'), 'Ben Cyd Dan'),
  ...total('in', [-2, 10.5], number('t.total in (?, ?)'), 'Ann Ben'),
  ...total('in', [0, 10.5], number('t.total in (?, ?)'), 'Ann Cyd Dan'),
];

const [YES, NO] = [all('(1 = 1)'), all('(1 = 0)')];
const EVERYBODY = 'Ann Ben Cyd Dan';
/** It is noon of a Sunday. */
export const TIME_CASES = casesOf('time', [
  [{ weekdays: [6, 7] }, YES, EVERYBODY],
  [{ weekdays: [1, 6] }, NO, ''],
  [{ hours: { from: 12, to: 13 } }, YES, EVERYBODY],
  [{ hours: { from: 9, to: 12 } }, NO, ''],
  [{ hours: { from: 22, to: 13 } }, YES, EVERYBODY],
  [{ hours: { from: 22, to: 12 } }, NO, ''],
  [{ dates: { from: '2026-03-29' } }, YES, EVERYBODY],
  [{ dates: { from: '2026-03-30' } }, NO, ''],
  [{ dates: { to: '2026-03-29' } }, YES, EVERYBODY],
  [{ dates: { to: '2026-03-28' } }, NO, ''],
  [{ dates: { from: '2026-03-29', to: '2026-03-29' }, weekdays: [7] }, YES, EVERYBODY],
  [{ dates: { from: '2026-03-29', to: '2026-03-29' }, weekdays: [1] }, NO, ''],
]);
