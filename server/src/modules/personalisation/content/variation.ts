/** Whether content varies with its visitor, and by what: of use to caches, and the same whoever asks. */
import type { Core } from '@strapi/strapi';
import { audiencesBehind, audiencesRelated } from '../audience/schemas';
import { conditionKey } from '../audience/condition-key';
import { definitionsOf } from '../audience/stored-audiences';
import type { Audience, Personalised } from '../contract';
import { readAudiences } from './parts';
import { placesIn, type Part } from './places';
import { readDeep } from './read-deep';

/** Of one published entry with what it holds; null when there is none. */
export const variationOfEntry = async (
  strapi: Core.Strapi,
  wanted: { uid: string; documentId: string; locale?: string }
): Promise<Personalised | null> => {
  const record = await readDeep(strapi, { ...wanted, status: 'published' });
  if (!record) return null;
  const root = { uid: wanted.uid, record };
  const own = [...(await readAudiences(strapi, [root])).values()];
  const related = await audiencesOfTypes(strapi, relatedTypes(strapi, root));
  return summarise([...own, ...related]);
};

/** Of a list of all published entries. */
export const variationOfType = async (strapi: Core.Strapi, uid: string): Promise<Personalised> =>
  summarise(await audiencesOfTypes(strapi, audiencesBehind(strapi, uid)));

/** Of content types and components. */
const audiencesOfTypes = async (
  strapi: Core.Strapi,
  uids: Iterable<string>
): Promise<(Audience | null)[]> => {
  const found = await Promise.all([...uids].map((uid) => definitionsOf(strapi, uid)));
  return found
    .flat()
    .filter(({ published }) => published)
    .map(({ audience }) => audience);
};

/** What a request may populate: a page that shows products varies as products do. */
const relatedTypes = (strapi: Core.Strapi, part: Part): Set<string> =>
  new Set([
    ...audiencesRelated(strapi, part.uid),
    ...placesIn(strapi, part).flatMap(({ parts }) =>
      parts.flatMap((one) => [...relatedTypes(strapi, one)])
    ),
  ]);

const summarise = (audiences: (Audience | null)[]): Personalised => {
  const given = audiences.filter((audience) => audience !== null);
  const bounds = new Map<string, number[]>();
  for (const { split } of given) {
    if (split) bounds.set(split.name, [...(bounds.get(split.name) ?? []), split.from, split.to]);
  }
  return {
    varies: given.some(({ groups, condition, split }) => groups ?? condition ?? split),
    groups: unique(given.flatMap(({ groups = [] }) => groups)),
    conditions: unique(
      given.flatMap(({ condition }) => (condition ? conditionKey(condition) : []))
    ),
    splits: [...bounds]
      .map(([name, all]) => ({ name, bounds: [...new Set(all)].sort((a, b) => a - b) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
};

const unique = (texts: string[]): string[] => [...new Set(texts)].sort();
