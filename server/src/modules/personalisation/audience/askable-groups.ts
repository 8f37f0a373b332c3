/** Groups that content may be for: those that a page may know its visitor to be in. */
import type { Core } from '@strapi/strapi';
import { findRows } from '../../../platform/find-rows';
import { conditions, type Condition } from '../../conditions';
import { CONTACT_GROUP_UID } from '../../groups';
import type { Audience } from '../contract';

const PER_QUERY = 1_000;

/** Codes: those among `codes`. Joins an open transaction: content is published inside of one. */
export const askableGroups = async (strapi: Core.Strapi, codes: string[]): Promise<Set<string>> => {
  if (codes.length === 0) return new Set();
  const groups = await findRows<{ name: string }>(strapi, CONTACT_GROUP_UID, {
    where: { enabled: true, visibleToSite: true, name: { $in: codes.slice(0, PER_QUERY) } },
    select: ['name'],
  });
  return new Set(groups.map(({ name }) => name));
};

/** By code; also of groups that may not be asked for. */
export const groupTitles = async (
  strapi: Core.Strapi,
  codes: string[]
): Promise<Map<string, string>> => {
  if (codes.length === 0) return new Map();
  const groups = await findRows<{ name: string; displayName: string }>(strapi, CONTACT_GROUP_UID, {
    where: { name: { $in: codes.slice(0, PER_QUERY) } },
    select: ['name', 'displayName'],
  });
  return new Map(groups.map(({ name, displayName }) => [name, displayName]));
};

/** Codes of the groups that decide whom it is for; also those that its condition asks for. */
export const groupsAskedBy = (strapi: Core.Strapi, audience: Audience | null): string[] => [
  ...(audience?.groups ?? []),
  ...(audience?.condition ? groupsInside(strapi, audience.condition) : []),
];

/** Without those that ask for a group which pages may not know of: an answer would tell. */
export const onlyAskable = (
  strapi: Core.Strapi,
  conditions: ReadonlyMap<string, Condition>,
  askable: ReadonlySet<string>
): Map<string, Condition> =>
  new Map(
    [...conditions].filter(([, condition]) =>
      groupsInside(strapi, condition).every((code) => askable.has(code))
    )
  );

/** A condition that cannot be read any more asks nothing, and matches nobody. */
const groupsInside = (strapi: Core.Strapi, condition: Condition): string[] => {
  try {
    return conditions(strapi).dependencies(condition).groups;
  } catch {
    return [];
  }
};
