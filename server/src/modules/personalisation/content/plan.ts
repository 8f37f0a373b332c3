/** What of a content type a visitor sees, by the audiences that its entries have. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Definition } from '../audience/stored-audiences';
import { definitionsOf, rowsWith } from '../audience/stored-audiences';
import { choose } from '../audience/choose';
import { answersFor, type Visitor } from '../visitor/visitor';
import type { Verdict } from '../contract';

export interface Plan {
  hidden: Definition[];
  /** Entries of one priority, highest first; those that have none are among the rest. */
  ranked: { priority: number; definitions: Definition[] }[];
}

/** Fallbacks stand in for entries of the same type, in their language, drafts for drafts. */
export const planFor = async (
  strapi: Core.Strapi,
  uid: string,
  visitor: Visitor
): Promise<Plan> => {
  const definitions = await definitionsOf(strapi, uid);
  const answers = await answersFor(
    strapi,
    visitor,
    definitions.map(({ audience }) => audience)
  );
  const judged = editionsOf(definitions).flatMap((edition) => {
    const verdicts = choose(
      edition.map(({ audience }) => audience),
      answers
    );
    return edition.map((definition, index) => ({ definition, verdict: verdicts[index] }));
  });
  const hidden = judged.filter(({ verdict }) => !verdict?.shown);
  return { hidden: hidden.map(({ definition }) => definition), ranked: rank(judged) };
};

const editionsOf = (definitions: Definition[]): Definition[][] => {
  const editions = new Map<string, Definition[]>();
  for (const definition of definitions) {
    const key = `${definition.published} ${definition.locale}`;
    editions.set(key, [...(editions.get(key) ?? []), definition]);
  }
  return [...editions.values()];
};

const rank = (judged: { definition: Definition; verdict: Verdict | undefined }[]) => {
  const ranks = new Map<number, Definition[]>();
  for (const { definition, verdict } of judged) {
    if (!verdict?.shown || verdict.priority === 0) continue;
    ranks.set(verdict.priority, [...(ranks.get(verdict.priority) ?? []), definition]);
  }
  return [...ranks]
    .map(([priority, definitions]) => ({ priority, definitions }))
    .sort((a, b) => b.priority - a.priority);
};

export const rowsOrNull = (
  strapi: Core.Strapi,
  uid: string,
  definitions: Definition[]
): Knex.QueryBuilder | null =>
  definitions.length === 0 ? null : rowsWith(strapi, uid, definitions);
