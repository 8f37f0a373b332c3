/** Random conditions as somebody would send them: nested, denied, switched off, of every kind of leaf. */
import fc from 'fast-check';
import { OPERATORS, UNITS, type ValueType } from '../../../server/src/modules/conditions';
import { day, moment, number, total, urls, whole, word } from './arbitrary-values';
import type { NaiveWorld } from './naive-world';

const span = fc.record({
  last: fc.integer({ min: 1, max: 12 }),
  unit: fc.constantFrom(...UNITS),
});
const daySpan = fc.record({
  last: fc.integer({ min: 1, max: 5 }),
  unit: fc.constantFrom('days', 'weeks', 'months'),
});
const instant = fc.oneof(
  day,
  moment.map((at) => new Date(at).toISOString())
);
const pair = <Value extends string | number>(value: fc.Arbitrary<Value>) =>
  fc.tuple(value, value).map(([a, b]) => (a <= b ? [a, b] : [b, a]));
const several = <Value>(value: fc.Arbitrary<Value>) =>
  fc.array(value, { minLength: 1, maxLength: 3 });

interface Field {
  field: string;
  holds: ValueType;
  values?: fc.Arbitrary<string | number>;
  isDay?: boolean;
}

const textValue = (operator: string, values: fc.Arbitrary<string | number>) => {
  if (operator === 'in' || operator === 'notIn') return several(values);
  if (operator !== 'matches') return values;
  return fc.oneof(
    values,
    fc.constantFrom('*', '?*', 'a*', '*%*', '?n*a', '*_*', '????', '*!*', '* *', '*\\*', '?')
  );
};

const dateValue = (operator: string, isDay: boolean): fc.Arbitrary<unknown> => {
  if (operator === 'anniversaryIn') return daySpan;
  if (['inLast', 'notInLast', 'inNext'].includes(operator)) return isDay ? daySpan : span;
  if (operator === 'on') return day;
  const value = isDay ? day : instant;
  return operator === 'between' ? pair(value) : value;
};

const valueOf = (
  { holds, values, isDay = true }: Field,
  operator: string
): fc.Arbitrary<unknown> => {
  if (operator === 'isEmpty' || operator === 'isNotEmpty') return fc.constant(undefined);
  if (holds === 'text') return textValue(operator, values ?? word);
  if (holds === 'boolean') return fc.boolean();
  if (holds === 'date') return dateValue(operator, isDay);
  if (holds === 'choice') return several(values ?? word);
  if (operator === 'between') return pair((values as fc.Arbitrary<number>) ?? number);
  return operator === 'in' ? several(values ?? number) : (values ?? number);
};

const question = (fields: Field[]): fc.Arbitrary<object> =>
  fc.constantFrom(...fields).chain((field) =>
    fc.constantFrom(...OPERATORS[field.holds]).chain((operator) =>
      valueOf(field, operator).map((value) => ({
        field: field.field,
        operator,
        ...(value === undefined ? {} : { value }),
      }))
    )
  );

const codes = (...known: string[]) => fc.constantFrom(...known);

const CONTACT_FIELDS: Field[] = [
  ...['firstName', 'jobTitle', 'companyName'].map((field) => ({ field, holds: 'text' }) as const),
  { field: 'country', holds: 'text', values: codes('cz', 'SK', 'D', 'Z') },
  {
    field: 'email',
    holds: 'text',
    values: codes('P1.1@mail.test', 'p1', '@', 'mail', '.TEST', '_'),
  },
  { field: 'score', holds: 'number', values: fc.oneof(whole, number) },
  { field: 'shoeSize', holds: 'number' },
  { field: 'birthday', holds: 'date' },
  { field: 'lastCall', holds: 'date', isDay: false },
  { field: 'monitored', holds: 'boolean' },
  { field: 'state', holds: 'choice', values: codes('prospect', 'partner', 'client', 'other') },
  { field: 'gender', holds: 'choice', values: codes('male', 'female') },
  { field: 'status', holds: 'choice', values: codes('hot', 'cold') },
  { field: 'tags', holds: 'choice', values: codes('vip', 'VIP', 'élan', 'A_B', 'other') },
  { field: 'customFields.motto', holds: 'text' },
  { field: 'customFields.story', holds: 'text' },
  { field: 'customFields.size', holds: 'number' },
  { field: 'customFields.day', holds: 'date' },
  { field: 'customFields.vegan', holds: 'boolean' },
  { field: 'customFields.plan', holds: 'choice', values: codes('free', 'gold') },
  { field: 'customFields.likes', holds: 'choice', values: codes('tea', 'rum', 'ale') },
];

const ACTIVITY_FIELDS = (items: string[]): Field[] => [
  { field: 'title', holds: 'text' },
  { field: 'country', holds: 'text', values: codes('cz', 'SK') },
  { field: 'url', holds: 'text', values: codes(...urls) },
  { field: 'value', holds: 'number' },
  { field: 'item', holds: 'text', values: codes(...items) },
  { field: 'data.plan', holds: 'text' },
  { field: 'data.plan', holds: 'boolean' },
  { field: 'data.cart.paid', holds: 'boolean' },
  { field: 'data.plan', holds: 'number' },
  { field: 'data.cart.total', holds: 'number' },
];

const window = fc.oneof(
  fc.constant(undefined),
  fc.constant('ever' as const),
  span,
  pair(instant).map((between) => ({ between }))
);

const often = fc
  .constantFrom('atLeast', 'atMost', 'exactly', 'never')
  .chain((operator): fc.Arbitrary<object> =>
    operator === 'never'
      ? fc.constant({ operator })
      : fc.integer({ min: 1, max: 4 }).map((count) => ({ operator, count }))
  );

const given = (value: object): object =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined));

const TOTAL: Field = { field: '', holds: 'number', values: total };
const howHigh = fc
  .constantFrom(...OPERATORS.number.filter((one) => !one.startsWith('is')))
  .chain((operator) => valueOf(TOTAL, operator).map((value) => ({ operator, value })));

const leavesOver = (world: NaiveWorld): fc.Arbitrary<object>[] => {
  const items = world.entries.map(({ documentId }) => documentId);
  const where = fc.option(
    fc.array(question(ACTIVITY_FIELDS(items)), { minLength: 1, maxLength: 2 }),
    {
      nil: undefined,
    }
  );
  const test = fc
    .record({ activity: codes('pagevisit', 'purchase', 'login', '*'), where })
    .map(given);
  const howMuch = fc.record({
    operator: codes('atLeast', 'atMost', 'exactly'),
    measure: codes('sum', 'max'),
    value: number,
  });
  const less = fc.record({
    operator: fc.constant('lessThanBefore'),
    byPercent: fc.constantFrom(undefined, 25, 50, 100),
    window: span,
  });
  const documents = several(codes(...world.accounts.map(({ documentId }) => documentId)));
  const accountWhere = several(
    question([
      { field: 'industry', holds: 'text', values: codes('steel', 'élan', 'e', 'tea') },
      { field: 'employees', holds: 'number' },
      { field: 'status', holds: 'choice', values: codes('good', 'bad') },
    ])
  );
  const entryWhere = several(
    question([
      { field: 'title', holds: 'text' },
      { field: 'words', holds: 'number', values: fc.constantFrom(100, 200, 400, 700.5) },
      { field: 'category.slug', holds: 'text', values: codes('news', 'tips', 'T', 'none') },
    ])
  );
  const leaf = (type: string, ...parts: fc.Arbitrary<object>[]) =>
    fc.tuple(...parts).map((all) => given(Object.assign({ type }, ...all) as object));
  return [
    leaf('attribute', question(CONTACT_FIELDS)),
    leaf('attribute', question(CONTACT_FIELDS)),
    leaf('state', fc.record({ value: codes('client', 'partner') })),
    leaf('activity', test, often, fc.record({ window })),
    leaf('activity', test, howMuch, fc.record({ window })),
    leaf(
      'sequence',
      fc.record({ first: test, then: test, withinDays: fc.integer({ min: 1, max: 20 }), window })
    ),
    leaf('accountActivity', test, often, fc.record({ window, subsidiaries: fc.boolean() })),
    leaf('accountActivity', test, less, fc.record({ subsidiaries: fc.boolean() })),
    leaf(
      'account',
      fc.record({
        membership: fc.constantFrom(undefined, 'current', 'former', 'ever'),
        roles: fc.option(several(codes('buyer', 'boss', 'none')), { nil: undefined }),
        where: fc.option(accountWhere, { nil: undefined }),
      }),
      fc.oneof(fc.constant({}), fc.record({ accounts: documents, subsidiaries: fc.boolean() }))
    ),
    leaf(
      'content',
      often,
      fc.record({
        contentType: fc.constant('api::article.article'),
        where: fc.option(entryWhere, { nil: undefined }),
        window,
      })
    ),
    leaf('score', fc.record({ score: codes('fit', 'Heat', 'gone') }), howHigh),
    leaf('group', fc.record({ group: codes('vip', 'VIP', 'nobody', 'gone') })),
    leaf(
      'consent',
      fc.record({ purpose: codes('email', 'tracking'), operator: codes('has', 'lacks') })
    ),
    leaf(
      'time',
      fc.record({
        weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 4 }),
        hours: fc.constantFrom({ from: 22, to: 11 }, { from: 9, to: 12 }, { from: 0, to: 24 }),
      })
    ),
  ];
};

/** At least one part is switched on. */
export const conditionOver = (world: NaiveWorld): fc.Arbitrary<object> => {
  const leaf = fc.oneof(...leavesOver(world));
  const { node } = fc.letrec<{ node: object }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { arbitrary: leaf, weight: 5 },
      {
        arbitrary: fc.record({
          type: codes('all', 'any'),
          rules: fc.array(
            fc.oneof(
              { arbitrary: tie('node'), weight: 8 },
              { arbitrary: tie('node').map((off) => ({ ...off, disabled: true })), weight: 1 }
            ),
            { minLength: 1, maxLength: 4 }
          ),
        }),
        weight: 3,
      },
      { arbitrary: fc.record({ type: fc.constant('not'), rule: tie('node') }), weight: 2 }
    ),
  }));
  return fc.oneof(
    node,
    fc.tuple(leaf, node).map((rules) => ({ type: 'all', rules })),
    fc.tuple(leaf, node).map((rules) => ({ type: 'any', rules }))
  );
};
