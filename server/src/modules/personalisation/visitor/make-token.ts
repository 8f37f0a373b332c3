/** The audience token of a visitor: everything that any audience of this site asks, answered. */
import type { Core } from '@strapi/strapi';
import { config } from '../../../config';
import { MINUTE, now, SECOND } from '../../../platform/clock';
import { toVisitorKey } from '../../tracking';
import type { Condition } from '../../conditions/contract';
import { askableGroups, groupsAskedBy, onlyAskable } from '../audience/askable-groups';
import { conditionKey } from '../audience/condition-key';
import { schemasWithAudience } from '../audience/schemas';
import { definitionsOf } from '../audience/stored-audiences';
import { seedOf } from '../splits/bucket';
import { audienceSecret } from './secret';
import { signAudience } from './token';
import { visitorByKey } from './visitor';

export const makeToken = async (strapi: Core.Strapi, given: string): Promise<string> => {
  const key = toVisitorKey(given);
  if (!key) throw new Error('A token is made for a visitor key');
  const { groups, matching } = await visitorByKey(strapi, key);
  const asked = await askedConditions(strapi);
  const answers = asked.size > 0 ? await matching(asked) : new Map<string, boolean | null>();
  const conditions = [...answers].filter(([, matches]) => matches === true).map(([name]) => name);
  const lasts = config(strapi).personalisation.tokenMinutes * MINUTE;
  return signAudience(
    { groups, conditions: conditions.sort(), seed: seedOf(key) },
    {
      secret: audienceSecret(strapi),
      expiresAtSeconds: Math.floor((now() + lasts) / SECOND),
    }
  );
};

const askedConditions = async (strapi: Core.Strapi): Promise<Map<string, Condition>> => {
  const all = await Promise.all(
    schemasWithAudience(strapi).map((uid) => definitionsOf(strapi, uid))
  );
  const conditions = all.flat().flatMap(({ audience }) => audience?.condition ?? []);
  const codes = conditions.flatMap((condition) => groupsAskedBy(strapi, { condition }));
  const named = new Map(conditions.map((condition) => [conditionKey(condition), condition]));
  return onlyAskable(strapi, named, await askableGroups(strapi, [...new Set(codes)]));
};
