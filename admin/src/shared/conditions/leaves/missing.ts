/** What a row still lacks before it asks anything: the id of a sentence, or null when it is complete. */
import type {
  ActivityTest,
  ConditionCatalogue,
  CoreLeaf,
  CountOperator,
  FieldQuestion,
  Leaf,
  Window,
} from '../../../../../server/src/modules/conditions/contract';
import type { TranslationId } from '../../translate';
import { fieldIn, fieldsOf, type FieldsOf } from './catalogue-names';
import { isRegistered, type BuiltInLeaf, type LeafTypeName } from './leaf-types';
import { hasValue } from './value-shape';

type Missing = TranslationId | null;

/** Fields are known only once the catalogue is: before, nothing is said about them. */
export const missingIn = (leaf: Leaf, catalogue: ConditionCatalogue | undefined): Missing => {
  const context = { catalogue };
  if (isRegistered(leaf)) return missingRegistered(leaf, context);
  return missingBuiltIn(leaf as BuiltInLeaf, context);
};

interface Context {
  catalogue: ConditionCatalogue | undefined;
}

const first = (...found: Missing[]): Missing => found.find((one) => one !== null) ?? null;

const missingBuiltIn = (leaf: BuiltInLeaf, context: Context): Missing => {
  const find = FINDERS[leaf.type] as (one: BuiltInLeaf, context: Context) => Missing;
  return find(leaf, context);
};

type Finders = {
  [Type in LeafTypeName]: (leaf: Extract<BuiltInLeaf, { type: Type }>, context: Context) => Missing;
};

const FINDERS: Finders = {
  attribute: (leaf, context) => missingQuestion(leaf, 'contact', context),
  account: ({ where }, context) => missingWhere(where, 'account', context),
  activity: (leaf, context) =>
    first(
      missingTest(leaf, context),
      leaf.measure && leaf.measure !== 'count'
        ? missingNumber(leaf.value)
        : missingCount(leaf.operator, leaf.count),
      missingWindow(leaf.window)
    ),
  sequence: (leaf, context) =>
    first(
      missingTest(leaf.first, context),
      missingTest(leaf.then, context),
      leaf.withinDays >= 1 ? null : 'conditions.missing.days',
      missingWindow(leaf.window)
    ),
  accountActivity: (leaf, context) =>
    first(
      missingTest(leaf, context),
      leaf.operator === 'lessThanBefore' ? null : missingCount(leaf.operator, leaf.count),
      missingWindow(leaf.window)
    ),
  content: (leaf, context) =>
    first(
      leaf.contentType ? null : 'conditions.missing.contentType',
      missingWhere(leaf.where, leaf.contentType, context),
      missingCount(leaf.operator, leaf.count),
      missingWindow(leaf.window)
    ),
  group: ({ group }) => (group ? null : 'conditions.missing.group'),
  score: ({ score, operator, value }) =>
    first(
      score ? null : 'conditions.missing.score',
      hasValue({ field: score, operator, value }, 'number') ? null : 'conditions.missing.value'
    ),
  consent: ({ purpose }) => (purpose ? null : 'conditions.missing.purpose'),
  time: ({ weekdays, hours, dates }) =>
    weekdays?.length || hours || dates?.from || dates?.to ? null : 'conditions.missing.time',
};

const missingQuestion = (
  { field, ...question }: FieldQuestion,
  of: FieldsOf,
  { catalogue }: Context
): Missing => {
  if (!field) return 'conditions.missing.field';
  const known = catalogue && fieldIn(catalogue, of, field);
  if (catalogue && !known) return 'conditions.missing.gone';
  return hasValue({ field, ...question }, known?.valueType) ? null : 'conditions.missing.value';
};

const missingWhere = (
  where: FieldQuestion[] | undefined,
  of: FieldsOf,
  context: Context
): Missing => first(...(where ?? []).map((question) => missingQuestion(question, of, context)));

const missingTest = ({ activity, where }: ActivityTest, context: Context): Missing =>
  first(activity ? null : 'conditions.missing.activity', missingWhere(where, 'activity', context));

const missingNumber = (value: number | undefined): Missing =>
  value === undefined ? 'conditions.missing.value' : null;

const missingCount = (operator: CountOperator, count: number | undefined): Missing =>
  operator === 'never' || count !== undefined ? null : 'conditions.missing.count';

const missingWindow = (window: Window | undefined): Missing => {
  if (window === undefined || window === 'ever') return null;
  if ('last' in window) return window.last >= 1 ? null : 'conditions.missing.window';
  return window.between.every(Boolean) ? null : 'conditions.missing.window';
};

const missingRegistered = (
  leaf: Extract<CoreLeaf, { [property: string]: unknown }>,
  { catalogue }: Context
): Missing => {
  if (!catalogue) return null;
  const isKnown = catalogue.registered.some(({ type }) => type === leaf.type);
  if (!isKnown) return 'conditions.missing.unknown';
  const isFilled = fieldsOf(catalogue, leaf.type).every(
    ({ name }) => leaf[name] !== undefined && leaf[name] !== ''
  );
  return isFilled ? null : 'conditions.missing.value';
};
