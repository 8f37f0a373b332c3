/**
 * A score that hangs on a group, which hangs on that score, would never come to rest: such a circle is
 * refused when it is closed, whether by a score or by a group.
 */
import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Condition } from '../../conditions/contract';
import type { ScoreRuleSettings } from '../contract';
import { askedBy, readAsking, type Asking } from './asked-scores';

interface Saved {
  name: string;
  /** It may get another one. */
  previousName: string | undefined;
  /** Undefined: they stay as they are. */
  rules: ScoreRuleSettings[] | undefined;
}

/** Throws a ValidationError that names the circle. */
export const refuseCycle = async (
  strapi: Core.Strapi,
  { name, previousName, rules }: Saved
): Promise<void> => {
  if (!rules) return;
  const asked = rules.flatMap(({ on }) => (on.kind === 'condition' ? [on.condition] : []));
  await refuse(strapi, { kind: 'score', name, previousName, asked });
};

/** Throws a ValidationError that names the circle. */
export const refuseCycleOfGroup = (
  strapi: Core.Strapi,
  { name, previousName, condition }: Omit<Saved, 'rules'> & { condition: Condition }
): Promise<void> => refuse(strapi, { kind: 'group', name, previousName, asked: [condition] });

const refuse = async (
  strapi: Core.Strapi,
  {
    kind,
    name,
    previousName,
    asked,
  }: Omit<Saved, 'rules'> & {
    kind: Asking['kind'];
    asked: Condition[];
  }
): Promise<void> => {
  const saved: Asking = { kind, name, ...askedBy(strapi, asked) };
  const others = (await readAsking(strapi)).filter(
    (one) => one.kind !== kind || (one.name !== name && one.name !== previousName)
  );
  const circle = findCircle(saved, others);
  // Groups among themselves are the groups' own matter.
  if (!circle || circle.every((one) => one.kind === 'group')) return;
  const path = [...circle, saved].map((one) => `${one.kind} ${one.name}`).join(' → ');
  throw new errors.ValidationError(`A score cannot depend on itself: ${path}`);
};

/** From the one back to itself, by the shortest way; null where none leads back. */
export const findCircle = (start: Asking, others: Asking[]): Asking[] | null => {
  const byKey = new Map([...others, start].map((one) => [keyOf(one.kind, one.name), one]));
  const seen = new Set<Asking>();
  let paths: Asking[][] = [[start]];
  while (paths.length > 0) {
    const longer: Asking[][] = [];
    for (const path of paths) {
      for (const next of askedOf(path.at(-1), byKey)) {
        if (next === start) return path;
        if (seen.has(next)) continue;
        seen.add(next);
        longer.push([...path, next]);
      }
    }
    paths = longer;
  }
  return null;
};

const askedOf = (one: Asking | undefined, byKey: Map<string, Asking>): Asking[] => {
  const keys = [
    ...(one?.groups ?? []).map((name) => keyOf('group', name)),
    ...(one?.scores ?? []).map((name) => keyOf('score', name)),
  ];
  return keys.flatMap((key) => byKey.get(key) ?? []);
};

const keyOf = (kind: Asking['kind'], name: string): string => `${kind} ${name}`;
