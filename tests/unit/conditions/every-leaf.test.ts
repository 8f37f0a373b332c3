/** Every kind of leaf, each of its operators, properties and windows has a row in the tables of SQL and answers. */
import {
  COUNT_OPERATORS,
  OPERATORS,
  UNITS,
  type BuiltInRules,
} from '../../../server/src/modules/conditions';
import { leafType } from '../../../server/src/modules/conditions/leaf-types';
import { ACCOUNT_ACTIVITY_CASES, ACCOUNT_CASES } from '../../support/conditions/account-leaf-cases';
import { ACTIVITY_FIELD_CASES } from '../../support/conditions/activity-field-cases';
import { ACTIVITY_CASES } from '../../support/conditions/activity-leaf-cases';
import { ATTRIBUTE_CASES } from '../../support/conditions/attribute-cases';
import { CONTENT_CASES } from '../../support/conditions/content-leaf-cases';
import type { LeafCase } from '../../support/conditions/leaf-cases';
import { SEQUENCE_CASES } from '../../support/conditions/sequence-leaf-cases';
import * as stored from '../../support/conditions/stored-leaf-cases';

type Built = Omit<BuiltInRules, 'attribute'>;
type OperatorOf<Rule> = Rule extends { operator: infer One extends string } ? One : never;
type Of<Rule> = { cases: LeafCase[]; operators: Record<OperatorOf<Rule>, true> };

const named = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, true])) as Record<Name, true>;

const counted = named(COUNT_OPERATORS);
const { isEmpty: _empty, isNotEmpty: _filled, ...compared } = named(OPERATORS.number);

/** A leaf or an operator that is missing here does not compile. */
const LEAVES: { [Type in keyof Built]: Of<Built[Type]> } = {
  account: { cases: ACCOUNT_CASES, operators: {} },
  activity: { cases: [...ACTIVITY_CASES, ...ACTIVITY_FIELD_CASES], operators: counted },
  sequence: { cases: SEQUENCE_CASES, operators: {} },
  accountActivity: {
    cases: ACCOUNT_ACTIVITY_CASES,
    operators: { ...counted, lessThanBefore: true },
  },
  content: { cases: CONTENT_CASES, operators: counted },
  group: { cases: stored.GROUP_CASES, operators: {} },
  score: { cases: stored.SCORE_CASES, operators: compared },
  consent: { cases: stored.CONSENT_CASES, operators: { has: true, lacks: true } },
  time: { cases: stored.TIME_CASES, operators: {} },
};

type Asked = Record<string, unknown>;
const rulesOf = (type: keyof Built): Asked[] => LEAVES[type].cases.map(({ rule }) => rule as Asked);
const sorted = (values: Iterable<unknown>): unknown[] => [...new Set(values)].sort();
const given = (values: unknown[]) => sorted(values.filter((value) => value !== undefined));
const kindOf = (window: unknown): string => {
  if (typeof window !== 'object' || window === null) return window === 'ever' ? 'ever' : 'none';
  return 'between' in window ? 'between' : 'last';
};

describe.each(Object.keys(LEAVES) as (keyof Built)[])('%s', (type) => {
  const leaf = leafType({} as never, type);
  const properties = leaf?.properties ?? [];

  it('has a row for each operator', () => {
    const asked = given(rulesOf(type).map(({ operator }) => operator));
    expect(asked).toEqual(sorted(Object.keys(LEAVES[type].operators)));
  });

  it('has a row with each property', () => {
    const asked = rulesOf(type).flatMap((rule) => Object.keys(rule));
    expect(sorted(asked)).toEqual(sorted(['type', ...properties]));
  });

  if (properties.includes('window')) {
    it('has a row for each window', () => {
      const asked = rulesOf(type).map(({ window }) => kindOf(window));
      expect(sorted(asked)).toEqual(['between', 'ever', 'last', 'none']);
    });
  }
});

it('sums and takes the largest with each operator, and counts back in each unit', () => {
  const rules = rulesOf('activity');
  for (const measure of ['sum', 'max']) {
    const asked = rules.filter((rule) => rule.measure === measure);
    expect(given(asked.map(({ operator }) => operator))).toEqual(['atLeast', 'atMost', 'exactly']);
  }
  const units = rules.map(({ window }) => (window as { unit?: string } | undefined)?.unit);
  expect(given(units)).toEqual(sorted(UNITS));
});

const FIELDS = {
  text: ['jobTitle'],
  number: ['shoeSize'],
  date: ['birthday', 'lastCall'],
  boolean: ['monitored'],
  choice: ['gender'],
};

it.each(Object.keys(OPERATORS) as (keyof typeof OPERATORS)[])(
  'a field that holds %s has a row for each operator',
  (holds) => {
    const asked = ATTRIBUTE_CASES.filter(({ question }) => FIELDS[holds].includes(question.field));
    expect(sorted(asked.map(({ question }) => question.operator))).toEqual(
      sorted(OPERATORS[holds])
    );
  }
);

it.each([
  ['url', OPERATORS.text],
  ['value', OPERATORS.number],
] as const)('the %s of an activity is asked with each operator', (field, operators) => {
  const asked = rulesOf('activity').flatMap(
    ({ where }) => (where ?? []) as { field: string; operator: string }[]
  );
  expect(sorted(asked.filter((one) => one.field === field).map((one) => one.operator))).toEqual(
    sorted(operators)
  );
});
