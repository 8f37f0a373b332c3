/** Questions to the fields of activities. */
import type { FieldQuestion } from '../../../server/src/modules/conditions';
import { doers, ONCE, PURCHASE } from './activity-leaf-cases';
import { casesOf, type LeafCase } from './leaf-cases';
import {
  all,
  among,
  denied,
  exactly,
  filled,
  inside,
  like,
  number,
  sql,
  type Kinds,
} from './sql-shapes';

const asking = (where: FieldQuestion, test: string | Kinds, finds: string): LeafCase[] =>
  casesOf('activity', [
    [{ ...PURCHASE, where: [where], ...ONCE }, inside(doers(sql(' and (', test, ')'))), finds],
  ]);

const SHOP = 'https://s.test/Shop';
const HASH = 'a.url_hash in (?)';
const urls = [
  ...asking({ field: 'url', operator: 'eq', value: SHOP }, HASH, 'Ann'),
  ...asking({ field: 'url', operator: 'ne', value: SHOP }, denied(all(HASH)), 'Ann Ben Dan'),
  ...asking(
    { field: 'url', operator: 'in', value: [SHOP, `${SHOP}/cart`] },
    ...(['a.url_hash in (?, ?)', 'Ann Ben'] as const)
  ),
  ...asking({ field: 'url', operator: 'notIn', value: [SHOP] }, denied(all(HASH)), 'Ann Ben Dan'),
  ...asking(
    { field: 'url', operator: 'startsWith', value: SHOP.toLowerCase() },
    like('a.url'),
    'Ann Ben'
  ),
  ...asking({ field: 'url', operator: 'contains', value: 'SHOP/' }, like('a.url'), 'Ben'),
  ...asking(
    { field: 'url', operator: 'notContains', value: '/cart' },
    denied(like('a.url')),
    'Ann Dan'
  ),
  ...asking({ field: 'url', operator: 'endsWith', value: '/CART' }, like('a.url'), 'Ben'),
  ...asking({ field: 'url', operator: 'isEmpty' }, denied(filled('a.url')), 'Ann Dan'),
  ...asking({ field: 'url', operator: 'isNotEmpty' }, filled('a.url'), 'Ann Ben'),
  ...asking({ field: 'url', operator: 'matches', value: 'https://*/c?rt' }, like('a.url'), 'Ben'),
];

const texts = [
  ...asking({ field: 'title', operator: 'eq', value: 'ÉLAN' }, among('a.title'), 'Ann'),
  ...asking({ field: 'title', operator: 'contains', value: '_' }, like('a.title'), 'Ben'),
  ...asking(
    { field: 'title', operator: 'notContains', value: '_' },
    denied(like('a.title')),
    'Ann Dan'
  ),
  ...asking({ field: 'title', operator: 'endsWith', value: 'AN' }, like('a.title'), 'Ann'),
  ...asking({ field: 'title', operator: 'isEmpty' }, denied(filled('a.title')), 'Ann Dan'),
  ...asking({ field: 'title', operator: 'isNotEmpty' }, filled('a.title'), 'Ann Ben'),
  ...asking({ field: 'country', operator: 'eq', value: 'cz' }, exactly('a.country'), 'Ann'),
  ...asking({ field: 'device', operator: 'eq', value: 'Desktop' }, among('a.device'), 'Ann'),
  ...asking(
    { field: 'utmSource', operator: 'startsWith', value: 'MAIL_' },
    like('a.utm_source'),
    'Ann'
  ),
  ...asking(
    { field: 'item', operator: 'eq', value: 'Green' },
    exactly('a.item_document_id'),
    'Ann'
  ),
  ...asking({ field: 'item', operator: 'eq', value: 'green' }, exactly('a.item_document_id'), ''),
  ...asking(
    { field: 'itemType', operator: 'eq', value: 'api::tea.tea' },
    exactly('a.item_uid'),
    'Ann'
  ),
];

const IS = number('a.value in (?)');
const numbers = [
  ...asking({ field: 'value', operator: 'eq', value: 2.5 }, IS, 'Ann'),
  ...asking({ field: 'value', operator: 'ne', value: -3 }, denied(IS), 'Ann Dan'),
  ...asking({ field: 'value', operator: 'gt', value: -3 }, number('a.value > ?'), 'Ann'),
  ...asking({ field: 'value', operator: 'gte', value: -3 }, number('a.value >= ?'), 'Ann Ben'),
  ...asking({ field: 'value', operator: 'lt', value: 2.5 }, number('a.value < ?'), 'Ben'),
  ...asking({ field: 'value', operator: 'lte', value: 2.5 }, number('a.value <= ?'), 'Ann Ben'),
  ...asking(
    { field: 'value', operator: 'between', value: [3, 10] },
    number('a.value between ? and ?'),
    'Ann'
  ),
  ...asking({ field: 'value', operator: 'in', value: [-3, 7] }, number('a.value in (?, ?)'), 'Ben'),
  ...asking({ field: 'value', operator: 'isEmpty' }, denied(all('a.value is not null')), 'Dan'),
  ...asking({ field: 'value', operator: 'isNotEmpty' }, 'a.value is not null', 'Ann Ben'),
];

/** One step into the data, of the type that it is asked as. */
const PLAN = {
  text: {
    sqlite: `case when json_type(a.data, ?) = 'text' then json_extract(a.data, ?) end`,
    postgres: `case when jsonb_typeof(a.data -> ?::text) = 'string' then (a.data ->> ?::text) end`,
    mysql: `case when json_type(json_extract(a.data, ?)) = 'STRING' then json_unquote(json_extract(a.data, ?)) end`,
  },
  number: {
    sqlite: `case when json_type(a.data, ?) in ('integer', 'real') then json_extract(a.data, ?) end`,
    postgres: `case when jsonb_typeof(a.data -> ?::text) = 'number' then (a.data ->> ?::text)::numeric end`,
    mysql: `case when json_type(json_extract(a.data, ?)) in ('INTEGER', 'DOUBLE') then cast(json_unquote(json_extract(a.data, ?)) as double) end`,
  },
  any: {
    sqlite: `case when json_type(a.data, ?) <> 'null' then json_extract(a.data, ?) end`,
    postgres: '(a.data ->> ?::text)',
    mysql: `case when json_type(json_extract(a.data, ?)) <> 'NULL' then json_unquote(json_extract(a.data, ?)) end`,
  },
};
const PAID = {
  sqlite: `case when json_type(a.data, ?) in ('true', 'false') then json_extract(a.data, ?) end`,
  postgres: `case when jsonb_typeof(a.data -> ?::text -> ?::text) = 'boolean' then (a.data -> ?::text ->> ?::text)::boolean end`,
  mysql: `case when json_type(json_extract(a.data, ?)) = 'BOOLEAN' then (json_unquote(json_extract(a.data, ?)) = 'true') end`,
};

const data = [
  ...asking({ field: 'data.plan', operator: 'eq', value: 'GOLD' }, among(PLAN.text), 'Ann'),
  ...asking({ field: 'data.plan', operator: 'startsWith', value: 'g' }, like(PLAN.text), 'Ann'),
  ...asking(
    { field: 'data.plan', operator: 'ne', value: 'gold' },
    denied(among(PLAN.text)),
    'Ann Ben Dan'
  ),
  ...asking(
    { field: 'data.plan', operator: 'gt', value: 4.5 },
    sql(PLAN.number, number(' > ?')),
    'Ann'
  ),
  ...asking({ field: 'data.plan', operator: 'isNotEmpty' }, filled(PLAN.any), 'Ann'),
  ...asking({ field: 'data.plan', operator: 'isEmpty' }, denied(filled(PLAN.any)), 'Ben Dan'),
  ...asking({ field: 'data.0', operator: 'eq', value: 'a' }, among(PLAN.text), 'Ann'),
  ...asking({ field: 'data.cart.paid', operator: 'is', value: false }, sql(PAID, ' = ?'), 'Ben'),
];

export const ACTIVITY_FIELD_CASES: LeafCase[] = [...urls, ...texts, ...numbers, ...data];
