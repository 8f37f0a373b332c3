/** Who asks for scores: groups by condition, and rules of other scores. */
import type { Core } from '@strapi/strapi';
import { findRows } from '../../../platform/find-rows';
import { CONTACT_GROUP_UID, type GroupUser } from '../../groups';
import { conditions } from '../../conditions';
import type { Condition } from '../../conditions/contract';
import { SCORE_UID } from '../contract';
import { readAllRules } from '../live-rules';

/** A group or a score, and the codes of the groups and scores that its conditions ask for. */
export interface Asking {
  kind: 'group' | 'score';
  name: string;
  groups: string[];
  scores: string[];
}

export const readAsking = async (strapi: Core.Strapi): Promise<Asking[]> => [
  ...(await askingGroups(strapi)),
  ...(await askingScores(strapi)),
];

/** Codes of scores that anything asks for. */
export const scoresAskedFor = async (strapi: Core.Strapi): Promise<ReadonlySet<string>> =>
  new Set((await readAsking(strapi)).flatMap(({ scores }) => scores));

export const scoresAskingFor = async (strapi: Core.Strapi, group: string): Promise<GroupUser[]> => {
  const names = (await askingScores(strapi))
    .filter(({ groups }) => groups.includes(group))
    .map(({ name }) => name);
  const scores = await findRows<Omit<GroupUser, 'kind'>>(strapi, SCORE_UID, {
    where: { name: { $in: names } },
    select: ['documentId', 'name', 'displayName'],
    orderBy: { displayName: 'asc' },
  });
  return scores.map(({ documentId, name, displayName }) => ({
    kind: 'score',
    ...{ documentId, name, displayName },
  }));
};

const askingGroups = async (strapi: Core.Strapi): Promise<Asking[]> => {
  const groups = await findRows<{ name: string; condition: Condition | null }>(
    strapi,
    CONTACT_GROUP_UID,
    { where: { kind: 'dynamic', condition: { $notNull: true } }, select: ['name', 'condition'] }
  );
  return groups.map(({ name, condition }) => ({
    kind: 'group',
    name,
    ...askedBy(strapi, condition ? [condition] : []),
  }));
};

const askingScores = async (strapi: Core.Strapi): Promise<Asking[]> =>
  (await readAllRules(strapi)).map(({ name, rules }) => ({
    kind: 'score',
    name,
    ...askedBy(
      strapi,
      rules.flatMap(({ on }) => (on.kind === 'condition' ? [on.condition] : []))
    ),
  }));

/** A condition that cannot be read any more asks for nothing. */
export const askedBy = (
  strapi: Core.Strapi,
  asking: Condition[]
): Pick<Asking, 'groups' | 'scores'> => {
  const found = asking.map((condition) => {
    try {
      return conditions(strapi).dependencies(condition);
    } catch {
      return { groups: [], scores: [] };
    }
  });
  return {
    groups: [...new Set(found.flatMap(({ groups }) => groups))],
    scores: [...new Set(found.flatMap(({ scores }) => scores))],
  };
};
