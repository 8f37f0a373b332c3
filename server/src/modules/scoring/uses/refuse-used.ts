/** What others ask for by its code is not taken away under them. */
import type { Core } from '@strapi/strapi';
import { ConflictError } from '../../../platform/conflict-error';
import { readAsking, type Asking } from './asked-scores';

/** Throws ConflictError (409) that names who asks for the score. */
export const refuseUsedScore = async (
  strapi: Core.Strapi,
  name: string,
  done: 'deleted' | 'renamed'
): Promise<void> => {
  const users = await usersOf(strapi, name);
  if (users.length === 0) return;
  throw new ConflictError(`The score ${name} cannot be ${done}: ${said(users)} asks for it`, {
    usedBy: users,
  });
};

export const usersOf = async (strapi: Core.Strapi, score: string) =>
  (await readAsking(strapi))
    .filter(
      ({ scores, kind, name }) => scores.includes(score) && !(kind === 'score' && name === score)
    )
    .map(({ kind, name }) => ({ kind, name }));

const said = (users: Pick<Asking, 'kind' | 'name'>[]): string =>
  users.map(({ kind, name }) => `the ${kind} ${name}`).join(', ');
