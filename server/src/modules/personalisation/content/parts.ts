/** Chooses, for one visitor, among what entries hold. */
import type { Core } from '@strapi/strapi';
import type { Audience, Verdict } from '../contract';
import { arrange, choose, type Answers } from '../audience/choose';
import { audienceAttribute } from '../audience/schemas';
import { audiencesOf } from '../audience/stored-audiences';
import { placesIn, type Holder, type Part } from './places';

/** Of every entry and component that may have one. */
export type Audiences = Map<Holder, Audience | null>;

/** A fixed number of queries: one per content type and component. */
export const readAudiences = async (strapi: Core.Strapi, roots: Part[]): Promise<Audiences> => {
  const bySchema = new Map<string, Holder[]>();
  const collect = (part: Part): void => {
    if (audienceAttribute(strapi, part.uid)) {
      bySchema.set(part.uid, [...(bySchema.get(part.uid) ?? []), part.record]);
    }
    for (const { parts } of placesIn(strapi, part)) parts.forEach(collect);
  };
  roots.forEach(collect);
  const audiences: Audiences = new Map();
  for (const [uid, records] of bySchema) {
    const found = await audiencesOf(strapi, uid, [...new Set(records.map(({ id }) => Number(id)))]);
    for (const record of records) audiences.set(record, found.get(Number(record.id)) ?? null);
  }
  return audiences;
};

export interface Choice {
  audiences: Audiences;
  answers: Answers;
  /** Told of everything that is left. */
  onShown: (audience: Audience, verdict: Verdict) => void;
}

/** Leaves in `part` what the visitor sees of it, in its order. */
export const chooseWithin = (strapi: Core.Strapi, part: Part, choice: Choice): void => {
  const { audiences, answers, onShown } = choice;
  for (const { name, isList, parts } of placesIn(strapi, part)) {
    const theirs = parts.map(({ record }) => audiences.get(record) ?? null);
    const verdicts = choose(theirs, answers);
    const shown = arrange(parts, verdicts);
    part.record[name] = isList ? shown.map(({ record }) => record) : (shown[0]?.record ?? null);
    verdicts.forEach((verdict, index) => {
      const audience = theirs[index];
      if (audience && verdict.shown) onShown(audience, verdict);
    });
    for (const one of shown) chooseWithin(strapi, one, choice);
  }
};
