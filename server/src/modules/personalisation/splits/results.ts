/** How the arms of a split did: who saw one first, and did what was hoped for within so many days. */
import type { Core } from '@strapi/strapi';
import { DAY } from '../../../platform/clock';
import { aliased } from '../../../platform/sql/table';
import { ACTIVITIES_TABLE } from '../../activities';
import { EXPOSURES_TABLE, type SplitResult, type VariantResult } from '../contract';
import { newcombe, rateOf, wilson, type Counted } from './intervals';

export interface Question {
  split: string;
  /** The name of an activity type. */
  activity: string;
  withinDays: number;
}

/** Every person counts once, for the arm that they saw first, whatever browsers they use. */
export const splitResult = async (
  strapi: Core.Strapi,
  question: Question
): Promise<SplitResult> => {
  const counted = await countVariants(strapi, question);
  const [first, ...others] = counted;
  return {
    ...question,
    variants: counted.map(toResult),
    differences: first ? others.map((other) => compare(first, other)) : [],
  };
};

type Variant = Counted & { variant: string };

const countVariants = async (
  strapi: Core.Strapi,
  { split, activity, withinDays }: Question
): Promise<Variant[]> => {
  const { connection } = strapi.db;
  const earlier = aliased(strapi, { o: EXPOSURES_TABLE })
    .where('o.split', split)
    .whereRaw('o.contact_id = e.contact_id and o.id < e.id')
    .select(connection.raw('1'));
  const done = aliased(strapi, { a: ACTIVITIES_TABLE })
    .where('a.type', activity)
    .whereRaw('a.contact_id = e.contact_id and a.occurred_at >= e.first_at')
    .whereRaw('a.occurred_at < e.first_at + ?', [withinDays * DAY])
    .select(connection.raw('1'));
  const rows = (await aliased(strapi, { e: EXPOSURES_TABLE })
    .where('e.split', split)
    .whereNotExists(earlier)
    .groupBy('e.variant')
    .orderBy('e.variant')
    .select({
      variant: 'e.variant',
      visitors: connection.raw('count(*)'),
      conversions: connection.raw('sum(case when exists ? then 1 else 0 end)', [done]),
    })) as unknown as Record<keyof Variant, string | number>[];
  return rows.map(({ variant, visitors, conversions }) => ({
    variant: String(variant),
    visitors: Number(visitors),
    conversions: Number(conversions),
  }));
};

const toResult = (counted: Variant): VariantResult => ({
  ...counted,
  rate: rateOf(counted),
  interval: wilson(counted),
});

/** Beyond chance: the interval of the difference leaves out zero. */
const compare = (first: Variant, other: Variant): SplitResult['differences'][number] => {
  const interval = newcombe(other, first);
  return {
    variant: other.variant,
    against: first.variant,
    difference: rateOf(other) - rateOf(first),
    interval,
    beyondChance: interval[0] > 0 || interval[1] < 0,
  };
};
