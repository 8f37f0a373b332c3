/** An entry as somebody sees it, with the reasons. */
import type { Core } from '@strapi/strapi';
import { conditions } from '../../conditions';
import type { Condition } from '../../conditions/contract';
import { choose, type Answers } from '../audience/choose';
import { groupTitles } from '../audience/askable-groups';
import { audienceAttribute } from '../audience/schemas';
import { readAudiences, type Audiences } from '../content/parts';
import { placesIn, type Holder, type Part } from '../content/places';
import type { Audience, PreviewView, SeenList, SeenPart, Verdict, Why } from '../contract';
import { answersFor, type Visitor } from '../visitor/visitor';

interface SeenBy {
  visitor: Visitor;
  /** Throws for a condition whose answer is not for the asker. */
  allow: ((condition: Condition) => void) | null;
}

export const preview = async (
  strapi: Core.Strapi,
  root: Part,
  { visitor, allow }: SeenBy
): Promise<PreviewView> => {
  const audiences = await readAudiences(strapi, [root]);
  for (const audience of audiences.values()) {
    if (audience?.condition) allow?.(audience.condition);
  }
  const answers = await answersFor(strapi, visitor, [...audiences.values()]);
  const codes = [...audiences.values()].flatMap((audience) => audience?.groups ?? []);
  const seen: Seen = {
    strapi,
    audiences,
    answers: { ...answers, seed: 'every' },
    titles: await groupTitles(strapi, [...new Set(codes)]),
    lists: [],
  };
  lookInto(seen, root, '');
  const splits = [...audiences.values()].flatMap((audience) => audience?.split?.name ?? []);
  return {
    entry: audienceAttribute(strapi, root.uid) ? entryOf(seen, root) : null,
    lists: seen.lists,
    splits: [...new Set(splits)].sort(),
  };
};

interface Seen {
  strapi: Core.Strapi;
  audiences: Audiences;
  answers: Answers;
  /** Of groups, by code. */
  titles: Map<string, string>;
  lists: SeenList[];
}

/** Whether a fallback is needed among all entries of the type is not asked here. */
const entryOf = (seen: Seen, root: Part): SeenPart | null => {
  const audience = seen.audiences.get(root.record) ?? null;
  const [verdict] = choose([audience], seen.answers);
  return verdict ? { ...toPart(seen, root, audience, verdict), component: null } : null;
};

const lookInto = (seen: Seen, part: Part, path: string): void => {
  for (const { name, isList, parts } of placesIn(seen.strapi, part)) {
    const at = `${path}${name}`;
    const audiences = parts.map(({ record }) => seen.audiences.get(record) ?? null);
    if (parts.some(({ record }) => seen.audiences.has(record))) {
      const verdicts = choose(audiences, seen.answers);
      const list = parts.flatMap((one, position) => {
        const verdict = verdicts[position];
        const audience = audiences[position] ?? null;
        return verdict ? [{ ...toPart(seen, one, audience, verdict), position }] : [];
      });
      seen.lists.push({ path: at, parts: list.sort(shownFirst) });
    }
    parts.forEach((one, index) => {
      lookInto(seen, one, `${isList ? `${at}.${index}` : at}.`);
    });
  }
};

const shownFirst = (a: SeenPart, b: SeenPart): number =>
  Number(b.shown) - Number(a.shown) || (a.shown ? b.priority - a.priority : 0);

const toPart = (
  seen: Seen,
  { uid, record }: Part,
  audience: Audience | null,
  verdict: Verdict
): SeenPart => ({
  ...verdict,
  position: 0,
  component: uid,
  title: titleOf(record),
  why: audience && whyOf(seen, audience),
});

const whyOf = ({ strapi, answers, titles }: Seen, audience: Audience): Why => ({
  match: audience.match ?? 'any',
  groups: (audience.groups ?? []).map((code) => ({
    code,
    title: titles.get(code) ?? code,
    isIn: answers.groups.has(code),
  })),
  condition: audience.condition
    ? {
        rule: audience.condition,
        text: said(strapi, audience.condition),
        matches: answers.matches(audience.condition),
      }
    : null,
  split: audience.split ?? null,
});

const said = (strapi: Core.Strapi, condition: NonNullable<Audience['condition']>): string => {
  try {
    return conditions(strapi).say(condition);
  } catch (error) {
    return String(error);
  }
};

const MAX_TITLE = 80;
const NOT_TITLES = new Set(['__component', 'documentId', 'locale', 'createdAt', 'updatedAt']);

/** The first words that it holds. */
const titleOf = (record: Holder): string | null => {
  const text = Object.entries(record).find(
    ([name, value]) => !NOT_TITLES.has(name) && typeof value === 'string' && value.trim() !== ''
  )?.[1];
  if (typeof text !== 'string') return null;
  return text.length > MAX_TITLE ? `${text.slice(0, MAX_TITLE)}…` : text;
};
