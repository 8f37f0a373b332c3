/** Which of several conditions one contact matches, in one query. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Condition } from '../../conditions/contract';
import { conditions as language } from '../../conditions';

/** By key; null for a condition that cannot be asked any more. */
export const matchingConditions = async (
  strapi: Core.Strapi,
  contactId: number,
  conditions: Map<string, Condition>
): Promise<Map<string, boolean | null>> => {
  const answers = new Map<string, boolean | null>();
  const asked: { key: string; query: Knex.QueryBuilder }[] = [];
  for (const [key, condition] of conditions) {
    const query = compile(strapi, condition, contactId);
    answers.set(key, query ? false : null);
    if (query) asked.push({ key, query });
  }
  const questions = asked.map(({ query }, index) => numbered(strapi, query, index));
  if (questions.length === 0) return answers;
  const found = (await strapi.db.connection.unionAll(questions)) as { n: number | string }[];
  for (const { n } of found) {
    const match = asked[Number(n)];
    if (match) answers.set(match.key, true);
  }
  return answers;
};

const numbered = (
  strapi: Core.Strapi,
  query: Knex.QueryBuilder,
  index: number
): Knex.QueryBuilder =>
  strapi.db.connection
    .from(query.clone().as('matching'))
    .select(strapi.db.connection.raw(`${index} as n`)) as Knex.QueryBuilder;

/** A field that it asks about may be gone: the page is shown without, and the log says why. */
const compile = (
  strapi: Core.Strapi,
  condition: Condition,
  contactId: number
): Knex.QueryBuilder | null => {
  try {
    return language(strapi).matching(condition, { scope: [contactId] });
  } catch (error) {
    strapi.log.warn(
      `contact-management: an audience’s condition cannot be asked: ${String(error)}`
    );
    return null;
  }
};
