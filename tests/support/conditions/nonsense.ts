/** Conditions, bodies and addresses that nobody should send: whatever they are answered, it is no error of the server. */
const NUL = 'a\u0000b';
const SURROGATE = 'a\ud800b';
const LONG = 'x'.repeat(5_000);
const HUGE = 1e308;
const SQL = `'); drop table cm_contacts; -- " \\ \``;

const nested = (levels: number): object =>
  levels === 0 ? { type: 'group', group: 'x' } : { type: 'not', rule: nested(levels - 1) };
const attribute = (more: object) => ({
  ...{ type: 'attribute', field: 'country', operator: 'eq', value: 'CZ' },
  ...more,
});
const activity = (more: object) => ({
  ...{ type: 'activity', activity: 'purchase', operator: 'atLeast', count: 1 },
  ...more,
});
const asked = (...questions: object[]) => activity({ where: questions });
const date = (operator: string, value: unknown) =>
  attribute({ field: 'lastActivityAt', operator, value });

const TYPES = [
  null,
  1,
  true,
  [],
  {},
  ['attribute'],
  '',
  NUL,
  'constructor',
  '__proto__',
  'toString',
];
const TEXTS = [
  null,
  1,
  HUGE,
  true,
  [],
  {},
  [NUL],
  NUL,
  SURROGATE,
  LONG,
  SQL,
  'constructor',
  '__proto__',
];
const NUMBERS = [null, 'x', '1', [], {}, HUGE, -HUGE, 1e20, -1, 0.5, Number.MAX_SAFE_INTEGER];
const DATES = [
  'x',
  NUL,
  '9999999-01-01',
  '0000-00-00',
  '2026-02-31',
  '-271821-04-20',
  HUGE,
  [],
  {},
];

export const CONDITIONS: unknown[] = [
  ...[undefined, null, 1, true, 'all', [], {}, [[]], [{ type: 'all' }]],
  ...TYPES.map((type) => ({ type, rules: [], rule: {} })),
  ...[null, {}, 'x', { length: 1 }, [null], [[]], ['x']].map((rules) => ({ type: 'any', rules })),
  ...[13, 40, 1_000].map(nested),
  { type: 'all', rules: Array.from({ length: 1_000 }, () => attribute({})) },
  { ...attribute({}), disabled: 'yes' },
  ...TEXTS.flatMap((text) => [
    attribute({ field: text }),
    attribute({ operator: text }),
    attribute({ value: text }),
    attribute({ operator: 'in', value: [text] }),
    attribute({ operator: 'matches', value: text }),
    attribute({ field: `customFields.${JSON.stringify(text)}` }),
    activity({ activity: text }),
    asked({ field: text, operator: 'eq', value: 'x' }),
    asked({ field: `data.${JSON.stringify(text)}`, operator: 'eq', value: 'x' }),
    asked({ field: 'data.plan', operator: 'eq', value: text }),
    { type: 'group', group: text },
    { type: 'score', score: text, operator: 'gt', value: 1 },
    { type: 'consent', purpose: text, operator: 'has' },
    { type: 'account', accounts: [text], roles: [text], subsidiaries: true },
    { type: 'account', where: [{ field: text, operator: 'eq', value: text }] },
    { type: 'content', contentType: text, operator: 'atLeast', count: 1 },
    { type: 'tag', value: [text] },
    { type: 'owner', value: [text] },
    { type: 'status', value: text },
  ]),
  ...NUMBERS.flatMap((number) => [
    attribute({ field: 'score', operator: 'gt', value: number }),
    attribute({ field: 'score', operator: 'between', value: [number, number] }),
    date('inLast', { last: number, unit: 'years' }),
    date('anniversaryIn', { last: number, unit: 'days' }),
    activity({ count: number }),
    activity({ measure: 'sum', value: number }),
    activity({ window: { last: number, unit: 'months' } }),
    asked({ field: 'value', operator: 'lte', value: number }),
    {
      type: 'sequence',
      first: { activity: 'login' },
      then: { activity: 'login' },
      withinDays: number,
    },
    {
      ...{ type: 'accountActivity', activity: '*', operator: 'lessThanBefore' },
      ...{ byPercent: number, window: { last: 30, unit: 'days' } },
    },
    { type: 'score', score: 'interest', operator: 'gte', value: number },
    { type: 'time', weekdays: [number] },
    { type: 'time', hours: { from: number, to: number } },
    { type: 'owner', value: [number] },
  ]),
  ...DATES.flatMap((day) => [
    date('on', day),
    date('between', [day, day]),
    activity({ window: { between: [day, day] } }),
    { type: 'time', dates: { from: day, to: day } },
  ]),
  ...['createdBy', 'updatedBy', 'id', 'documentId', 'owner.password'].map((field) =>
    attribute({ field, operator: 'isNotEmpty', value: undefined })
  ),
  ...['admin::user', 'plugin::users-permissions.user', 'constructor'].map((contentType) => ({
    ...{ type: 'content', contentType, operator: 'never' },
    where: [{ field: 'password', operator: 'startsWith', value: '$2' }],
  })),
];

/** Instead of an object; sent as they are. */
export const BODIES: string[] = [
  ...['', 'hello', 'null', '1', '"x"', '[]', '[[]]', '{', '{}', '{"data":null}', '{"data":[]}'],
  ...['{"data":"x"}', '{"data":{}}', '{"__proto__":{"data":{}}}', '{"constructor":{}}'],
  ...['{"data":{"constructor":1}}', '{"data":{"__proto__":{"name":1}}}', '{"condition":[]}'],
  `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
  `${'{"data":'.repeat(500)}1${'}'.repeat(500)}`,
];

/** In place of a value. */
export const VALUES: unknown[] = [...[null, HUGE, 0.5, {}, [NUL], SURROGATE, LONG, 'constructor']];

/** In place of an id or a code. */
export const SEGMENTS: string[] = [
  ...['constructor', '__proto__', 'a%00b', '%27', '%F0%9F%98%80', '%ED%A0%80', '9'.repeat(40)],
  'x'.repeat(300),
];

/** After the question mark. */
export const queriesOf = (names: string[]): string[] => [
  ...['constructor=1', '__proto__[a]=1', 'toString=1'],
  ...names.flatMap((name) =>
    [
      ...['=a%00b', '=1e999', '=99999999999999999999', '[constructor]=1', `=1&${name}=2`],
      ...[`=${'x'.repeat(3_000)}`, '=%ED%A0%80'],
    ].map((rest) => `${name}${rest}`)
  ),
];
