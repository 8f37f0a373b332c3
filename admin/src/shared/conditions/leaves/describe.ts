/** A row as it reads when nobody edits it: "Purchase · at least 2 times · in the last 30 days". */
import type { IntlShape } from 'react-intl';
import type {
  ActivityTest,
  FieldQuestion,
  Leaf,
  RegisteredRule,
  Window,
} from '../../../../../server/src/modules/conditions/contract';
import { enumerate } from '../../list/enumerate';
import { fieldsOf, nameOfActivity, nameOfPurpose, type FieldsOf } from './catalogue-names';
import { describeQuestion, describeSpan, describeDay } from './describe-question';
import { isRegistered, type BuiltInLeaf, type LeafTypeName } from './leaf-types';
import type { SayContext } from './say-context';

/** Its parts, the first of them what it is about. */
export const describeLeaf = (leaf: Leaf, context: SayContext): string[] => {
  if (isRegistered(leaf)) return describeRegistered(leaf, context);
  const builtIn = leaf as BuiltInLeaf;
  const say = SAYERS[builtIn.type] as (one: BuiltInLeaf, context: SayContext) => string[];
  return say(builtIn, context).filter(Boolean);
};

type Sayers = {
  [Type in LeafTypeName]: (
    leaf: Extract<BuiltInLeaf, { type: Type }>,
    context: SayContext
  ) => string[];
};

const SAYERS: Sayers = {
  attribute: (leaf, context) => [describeQuestion(leaf, 'contact', context)],
  account: (leaf, context) => [
    context.t(`conditions.membership.${leaf.membership ?? 'current'}`),
    ...sayRoles(leaf.roles, context),
    ...sayAccounts(leaf, context),
    ...sayWhere(leaf.where, 'account', context),
  ],
  activity: (leaf, context) => [
    ...sayTest(leaf, context),
    leaf.measure && leaf.measure !== 'count'
      ? context.t(`conditions.said.${leaf.measure}`, {
          operator: leaf.operator,
          value: leaf.value === undefined ? '…' : context.intl.formatNumber(leaf.value),
        })
      : sayCount(leaf, context),
    sayWindow(leaf.window, context),
  ],
  sequence: (leaf, context) => [
    ...sayTest(leaf.first, context),
    context.t('conditions.said.then', { what: sayTest(leaf.then, context).join(', ') }),
    context.t('conditions.said.within', { count: leaf.withinDays }),
    leaf.window && leaf.window !== 'ever' ? sayWindow(leaf.window, context) : '',
  ],
  accountActivity: (leaf, context) => [
    context.t('conditions.said.accounts'),
    ...sayTest(leaf, context),
    leaf.operator === 'lessThanBefore'
      ? context.t('conditions.said.less', { percent: leaf.byPercent ?? 0 })
      : sayCount({ operator: leaf.operator, count: leaf.count }, context),
    sayWindow(leaf.window, context),
  ],
  content: (leaf, context) => [
    context.t('conditions.readContent', {
      type:
        context.catalogue.contentTypes.find(({ uid }) => uid === leaf.contentType)?.displayName ??
        leaf.contentType,
    }),
    ...sayWhere(leaf.where, leaf.contentType, context),
    sayCount(leaf, context, 'conditions.said.entries'),
    sayWindow(leaf.window, context),
  ],
  group: ({ group }, { t, names }) => [
    t('conditions.said.group', { name: group ? names.group(group) : '…' }),
  ],
  score: ({ score, operator, value }, context) => [
    describeQuestion(
      { field: score || '…', operator, value },
      { name: context.names.score(score) || '…', valueType: 'number' },
      context
    ),
  ],
  consent: ({ purpose, operator }, { t }) => [
    t(`conditions.said.${operator}`, { purpose: nameOfPurpose(purpose, t) || '…' }),
  ],
  time: ({ weekdays, hours, dates }, context) => [
    weekdays?.length ? sayWeekdays(weekdays, context.intl) : '',
    hours ? context.t('conditions.said.hours', { from: hours.from, to: hours.to }) : '',
    dates?.from ? context.t('dates.since', { from: describeDay(dates.from, context.intl) }) : '',
    dates?.to ? context.t('dates.until', { to: describeDay(dates.to, context.intl) }) : '',
  ],
};

/** "Monday–Friday", "Monday, Thursday" */
const sayWeekdays = (weekdays: number[], intl: IntlShape): string => {
  const [first = 1] = weekdays;
  const last = weekdays.at(-1) ?? first;
  const isRun = weekdays.length > 2 && last - first === weekdays.length - 1;
  return (isRun ? [first, last] : weekdays)
    .map((day) => weekdayName(day, intl))
    .join(isRun ? '–' : ', ');
};

/** 1 is Monday; the first of January 2024 was one. */
export const weekdayName = (day: number, intl: IntlShape): string =>
  intl.formatDate(new Date(Date.UTC(2024, 0, day)), { weekday: 'long', timeZone: 'UTC' });

const sayTest = ({ activity, where }: ActivityTest, context: SayContext): string[] => [
  activity ? nameOfActivity(context.catalogue, activity, context.t) : '…',
  ...sayWhere(where, 'activity', context),
];

const sayWhere = (
  where: FieldQuestion[] | undefined,
  of: FieldsOf,
  context: SayContext
): string[] => (where ?? []).map((question) => describeQuestion(question, of, context));

/** How often; of `never` there is no number. */
const sayCount = (
  { operator, count }: { operator: string; count?: number | undefined },
  { t }: SayContext,
  id: 'conditions.said.count' | 'conditions.said.entries' = 'conditions.said.count'
): string =>
  operator === 'never'
    ? t('conditions.often.never').toLocaleLowerCase()
    : t(id, { operator, count: count ?? 0 });

export const sayWindow = (window: Window | undefined, context: SayContext): string => {
  const { t, intl } = context;
  if (window === undefined || window === 'ever') return t('conditions.said.ever');
  if ('last' in window)
    return t('conditions.said.last', { span: describeSpan(window, t), count: window.last });
  const [from, to] = window.between;
  return t('dates.between', { from: describeDay(from, intl), to: describeDay(to, intl) });
};

const sayRoles = (roles: string[] | undefined, { t, names }: SayContext): string[] =>
  roles?.length
    ? [
        t('conditions.said.as', {
          roles: enumerate(
            roles.map((role) => names.option('role', role)),
            t
          ),
        }),
      ]
    : [];

const sayAccounts = (
  { accounts, subsidiaries }: { accounts?: string[]; subsidiaries?: boolean },
  { t, names }: SayContext
): string[] => {
  if (!accounts?.length) return [];
  const said = enumerate(accounts.map(names.account), t);
  return [subsidiaries ? t('conditions.said.withSubsidiaries', { accounts: said }) : said];
};

const describeRegistered = (leaf: RegisteredRule, context: SayContext): string[] => [
  context.catalogue.registered.find(({ type }) => type === leaf.type)?.label ?? leaf.type,
  ...fieldsOf(context.catalogue, leaf.type).flatMap(({ name, label }) => {
    const value = leaf[name];
    return value === undefined || value === '' ? [] : [`${label}: ${toText(value)}`];
  }),
];

const toText = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);
