/** A condition in one English sentence. */
import type { Core } from '@strapi/strapi';
import { leafOf } from './compile';
import type { BlockRule, Condition, CoreLeaf } from './contract';
import { isBlock, isNot } from './nodes';
import { rewrite } from './rewrite';

export const sayCondition = (strapi: Core.Strapi, condition: Condition): string => {
  const said = sayNode(strapi, condition);
  return said === null ? 'Contacts' : `Contacts who: ${said}`;
};

/** Null: it is switched off. */
export const sayNode = (strapi: Core.Strapi, condition: Condition): string | null => {
  if (condition.disabled) return null;
  if (isBlock(condition)) return sayBlock(strapi, condition);
  if (isNot(condition)) {
    const said = sayNode(strapi, condition.rule);
    return said === null ? null : `not (${said})`;
  }
  const leaf = rewrite(condition) as CoreLeaf;
  return leafOf(strapi, leaf).say(leaf, { strapi });
};

const sayBlock = (strapi: Core.Strapi, { type, rules }: BlockRule): string | null => {
  const said = rules.map((rule) => sayNode(strapi, rule)).filter((one) => one !== null);
  const [only] = said;
  if (only === undefined) return null;
  if (said.length === 1) return only;
  const joined = said.join(type === 'all' ? ', and ' : ', or ');
  return type === 'any' ? `either ${joined}` : joined;
};
