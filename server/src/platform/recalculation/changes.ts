/** Changes as the queue keeps them: words with spaces between, `a:purchase f:country account`. */
import type { Changes, RuleDependencies } from './contract';

const LISTS = { a: 'activities', f: 'fields', g: 'groups', s: 'scores' } as const;
const FLAGS = ['account', 'people', 'consent', 'all'] as const;

type Letter = keyof typeof LISTS;
type Flag = (typeof FLAGS)[number];

export const encodeChanges = (changes: Changes): string => {
  const flags = FLAGS.filter((flag) => changes[flag]);
  const words = (Object.keys(LISTS) as Letter[]).flatMap((letter) =>
    [...new Set(changes[LISTS[letter]])].sort().map((name) => `${letter}:${name}`)
  );
  return [...words, ...flags].join(' ');
};

export const decodeChanges = (text: string): Changes => {
  const changes: Changes = {};
  for (const word of text.split(' ')) {
    const list = word[1] === ':' ? LISTS[word[0] as Letter] : undefined;
    if (list) (changes[list] ??= []).push(word.slice(2));
    else if ((FLAGS as readonly string[]).includes(word)) changes[word as Flag] = true;
  }
  return changes;
};

/** Both of them. */
export const joinChanges = (one: string, other: string): string =>
  one === other ? one : encodeChanges(decodeChanges(`${one} ${other}`));

/** Whether they can change the answer of a rule for whom they are about. */
export const affects = (changes: Changes, on: RuleDependencies): boolean =>
  changes.all === true ||
  shares(changes.fields, on.fields) ||
  sharesType(changes.activities, on.activities) ||
  shares(changes.groups, on.groups) ||
  shares(changes.scores, on.scores) ||
  (changes.account === true && (on.accounts || on.accountActivities.length > 0)) ||
  (changes.people === true && on.accountActivities.length > 0) ||
  (changes.consent === true && on.consent) ||
  sharesType(changes.activities, on.accountActivities);

/** Whether they can also change it for those who share an account with whom they are about. */
export const affectsRelatives = (changes: Changes, on: RuleDependencies): boolean =>
  on.accountActivities.length > 0 &&
  (changes.all === true ||
    changes.account === true ||
    changes.people === true ||
    sharesType(changes.activities, on.accountActivities));

/** Of what has changed, what the rule asks for: why its answer may be another one. */
export const narrowChanges = (changes: Changes, on: RuleDependencies): Changes => {
  const isIn = (names: string[]) => (name: string) => names.includes(name) || names.includes('*');
  const types = [...on.activities, ...on.accountActivities];
  return {
    activities: changes.activities?.filter(isIn(types)),
    fields: changes.fields?.filter(isIn(on.fields)),
    groups: changes.groups?.filter(isIn(on.groups)),
    scores: changes.scores?.filter(isIn(on.scores)),
    account: changes.account === true && (on.accounts || on.accountActivities.length > 0),
    people: changes.people === true && on.accountActivities.length > 0,
    consent: changes.consent === true && on.consent,
  };
};

const shares = (some: string[] | undefined, others: string[]): boolean =>
  some?.some((one) => others.includes(one)) ?? false;

const sharesType = (some: string[] | undefined, others: string[]): boolean =>
  some !== undefined && (others.includes('*') || shares(some, others));
