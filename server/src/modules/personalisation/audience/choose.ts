/** Which of several pieces of content one visitor sees, and in which order. Decides without asking anybody. */
import type { Condition } from '../../conditions/contract';
import type { Audience, Verdict } from '../contract';
import { isInArm } from '../splits/bucket';

/** What is known of a visitor. */
export interface Answers {
  /** Codes of the groups that it is in and may be told so. */
  groups: ReadonlySet<string>;
  /** Codes of all groups that audiences may ask for: a group that is gone keeps nobody out for sure. */
  askable: ReadonlySet<string>;
  /** Null: nobody can tell, because the condition asks for something that is gone. */
  matches(condition: Condition): boolean | null;
  /** Places the visitor in splits; null for one without a key. `every`: in every arm, for editors. */
  seed: number | 'every' | null;
}

/** The verdicts stand as the audiences do; what has none is for everybody. */
export const choose = (audiences: (Audience | null)[], answers: Answers): Verdict[] => {
  const meant = audiences.map((audience) => audience !== null && isMeant(audience, answers));
  const taken = new Set(
    audiences.flatMap((audience, index) =>
      audience && meant[index] && !audience.always ? [slotOf(audience)] : []
    )
  );
  return audiences.map((audience, index) => {
    const priority = audience?.priority ?? 0;
    if (!audience || !(isChosen(audience) || audience.fallback)) {
      return { shown: true, reason: 'everybody', priority };
    }
    if (meant[index]) return { shown: true, reason: 'meant', priority };
    if (audience.always) return { shown: true, reason: 'everybody', priority: 0 };
    if (!audience.fallback) return { shown: false, reason: 'not-meant', priority };
    return taken.has(slotOf(audience))
      ? { shown: false, reason: 'other-shown', priority }
      : { shown: true, reason: 'fallback', priority };
  });
};

/** What is shown, highest priority first; among equals in the order they had. */
export const arrange = <Item>(items: Item[], verdicts: Verdict[]): Item[] =>
  items
    .map((item, index) => ({ item, verdict: verdicts[index] }))
    .filter(({ verdict }) => verdict?.shown)
    .sort((a, b) => (b.verdict?.priority ?? 0) - (a.verdict?.priority ?? 0))
    .map(({ item }) => item);

const slotOf = ({ slot = '' }: Audience): string => slot;

/** Whether it picks its visitors; a mere order or a mere fallback does not. */
const isChosen = ({ groups, condition, split }: Audience): boolean =>
  (groups?.length ?? 0) > 0 || condition !== undefined || split !== undefined;

const isMeant = (audience: Audience, answers: Answers): boolean =>
  isChosen(audience) && isInGroups(audience, answers) && isInSplit(audience, answers);

const isInGroups = ({ groups = [], condition, match }: Audience, answers: Answers): boolean => {
  if (groups.length === 0 && !condition) return true;
  const isIn = groups.some((group) => answers.groups.has(group));
  const matches = condition ? answers.matches(condition) : false;
  if (match !== 'none') return isIn || matches === true;
  return !isIn && matches === false && groups.every((group) => answers.askable.has(group));
};

const isInSplit = ({ split }: Audience, { seed }: Answers): boolean =>
  split === undefined || seed === 'every' || (seed !== null && isInArm(split, seed));
