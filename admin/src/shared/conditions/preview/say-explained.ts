/** An explanation's parts in the editor's language: what was asked, and what was found. */
import type {
  Condition,
  Evidence,
  Explained,
} from '../../../../../server/src/modules/conditions/contract';
import { describeLeaf, weekdayName } from '../leaves/describe';
import { describeDay, sayHeld } from '../leaves/describe-question';
import { isRegistered, type BuiltInLeaf, type LeafTypeName } from '../leaves/leaf-types';
import type { SayContext } from '../leaves/say-context';
import { asCoreLeaf } from '../tree/as-core-leaf';

/** Null for a block, for what is another by now, and for what only the site knows. */
const builtInOf = (condition: Condition | undefined): BuiltInLeaf | null => {
  if (!condition || ['all', 'any', 'not'].includes(condition.type)) return null;
  const leaf = asCoreLeaf(condition as BuiltInLeaf);
  return isRegistered(leaf) ? null : (leaf as BuiltInLeaf);
};

export const sayAsked = (
  { type, text }: Explained,
  condition: Condition | undefined,
  context: SayContext
): string => {
  const { t } = context;
  if (type === 'not') return t('conditions.block.none');
  if (type === 'all' || type === 'any') return t(`conditions.block.${type}`);
  if (condition?.type !== type) return text;
  const leaf = asCoreLeaf(condition as BuiltInLeaf);
  return describeLeaf(leaf, context).join(' · ');
};

export const sayFound = (
  evidence: Evidence,
  condition: Condition | undefined,
  context: SayContext
): string => {
  const leaf = builtInOf(condition);
  if (!leaf) return evidence.text;
  const say = FOUND[leaf.type] as (found: Found<BuiltInLeaf>) => string;
  return say({ leaf, evidence, context });
};

interface Found<Rule> {
  leaf: Rule;
  evidence: Evidence;
  context: SayContext;
}

type Sayers = {
  [Type in LeafTypeName]: (found: Found<Extract<BuiltInLeaf, { type: Type }>>) => string;
};

const FOUND: Sayers = {
  attribute: ({ leaf, evidence, context }) => {
    const value = sayHeld(evidence.value, 'contact', leaf.field, context);
    return value === undefined
      ? context.t('conditions.found.empty')
      : context.t('conditions.found.value', { value });
  },
  account: ({ evidence, context: { t, intl } }) => {
    const names = listOf(evidence.value);
    return names.length > 0
      ? t('conditions.found.accounts', { names: intl.formatList(names) })
      : t('conditions.found.noAccount');
  },
  activity: ({ evidence: { activities }, context: { t, intl } }) =>
    t('conditions.found.activities', {
      count: activities?.count ?? 0,
      last: activities?.last ? describeDay(activities.last, intl) : '',
    }),
  sequence: ({ evidence, context: { t } }) => {
    const [first = 0, then = 0] = listOf(evidence.value).map(Number);
    return t('conditions.found.sequence', { first, then });
  },
  accountActivity: ({ evidence, context: { t, intl } }) => {
    const counts = listOf(evidence.value).map((count) => intl.formatNumber(Number(count)));
    return counts.length > 0
      ? t('conditions.found.accountCounts', { counts: intl.formatList(counts) })
      : t('conditions.found.noAccountDid');
  },
  content: ({ evidence, context: { t } }) =>
    t('conditions.found.entries', { count: Number(evidence.value) }),
  group: ({ evidence: { value }, context: { t, intl } }) =>
    typeof value === 'string'
      ? t('conditions.found.since', { day: describeDay(value, intl) })
      : t('conditions.found.noMember'),
  score: ({ evidence, context: { t, intl } }) =>
    t('conditions.found.value', { value: intl.formatNumber(Number(evidence.value)) }),
  consent: ({ evidence, context: { t, intl } }) => {
    const last = evidence.value as { granted: boolean; at: string } | null;
    if (!last) return t('conditions.found.neverAsked');
    const day = describeDay(last.at, intl);
    return t(last.granted ? 'conditions.found.agreed' : 'conditions.found.refused', { day });
  },
  time: ({ evidence, context: { t, intl } }) => {
    const { weekday, hour, day, timeZone } = evidence.value as Now;
    const when = `${weekdayName(weekday, intl)} ${describeDay(day, intl)}`;
    return t('conditions.found.now', { when, hour, timeZone });
  },
};

interface Now {
  weekday: number;
  hour: number;
  day: string;
  timeZone: string;
}

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
