/** What the current people of an account come to in each score: one statement for all of them. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { keepFigures } from '../../platform/kept-figures';
import { service } from '../../platform/plugin';
import { countOf } from '../../platform/sql/counting';
import { causeOf } from '../../platform/sql/write-conflict';
import { accounts, areMany, type AccountScope } from '../accounts';
import { TOTALS_TABLE, type AccountScoreView, type RollUp } from './contract';
import { readLiveScores, type LiveScore } from './live-rules';

export interface AccountScores {
  /** Of many people, as they were summed up last. */
  read(scope: AccountScope): Promise<AccountScoreView[]>;
}

export const createAccountScores = ({ strapi }: { strapi: Core.Strapi }): AccountScores => {
  const kept = keepFigures<AccountScoreView[]>({
    takesLong: (views) => views.some(({ people }) => areMany({ current: people, former: 0 })),
    onFailure: (error) =>
      strapi.log.error(`contact-management: an account is not scored: ${causeOf(error)}`),
  });
  return {
    read: (scope) =>
      kept.read(`${scope.accountId} ${scope.subsidiaries}`, () => sumUp(strapi, scope)),
  };
};

export const accountScores = (strapi: Core.Strapi): AccountScores =>
  service<AccountScores>(strapi, 'account-scores');

interface Sums {
  scoreId: number | null;
  sum: number | string | null;
  highest: number | string | null;
  scored: number | string;
}

const sumUp = async (strapi: Core.Strapi, scope: AccountScope): Promise<AccountScoreView[]> => {
  const scores = await readLiveScores(strapi);
  if (scores.length === 0) return [];
  const people = await countOf(current(strapi, scope));
  const sums = await readSums(strapi, scope);
  return scores.map((score) =>
    toView(
      score,
      people,
      sums.find(({ scoreId }) => scoreId === score.scoreId)
    )
  );
};

const current = (strapi: Core.Strapi, scope: AccountScope): Knex.QueryBuilder =>
  strapi.db.connection.from(accounts(strapi).people(scope).as('p')).where('p.here', 1);

const readSums = async (strapi: Core.Strapi, scope: AccountScope): Promise<Sums[]> => {
  const sums: Knex.QueryBuilder = current(strapi, scope)
    .join({ t: TOTALS_TABLE }, 't.contact_id', 'p.contact_id')
    .whereNot('t.total', 0)
    .groupBy('t.score_id')
    .select({ scoreId: 't.score_id' })
    .sum({ sum: 't.total' })
    .max({ highest: 't.total' })
    .count({ scored: '*' });
  return (await sums) as Sums[];
};

const toView = (
  { documentId, name, displayName, isMain, rollUp }: LiveScore,
  people: number,
  sums: Sums | undefined
): AccountScoreView => {
  const scored = Number(sums?.scored ?? 0);
  return {
    score: { documentId, name, displayName, isMain },
    rollUp,
    value: rollUps[rollUp]({
      sum: Number(sums?.sum ?? 0),
      highest: Number(sums?.highest ?? 0),
      people,
      scored,
    }),
    people,
    scored,
  };
};

interface People {
  sum: number;
  highest: number;
  people: number;
  scored: number;
}

/** Who has no points counts with 0. */
const rollUps: Record<RollUp, (people: People) => number> = {
  sum: ({ sum }) => toHundredths(sum),
  max: ({ highest, people, scored }) => (scored < people ? Math.max(0, highest) : highest),
  average: ({ sum, people }) => (people === 0 ? 0 : toHundredths(sum / people)),
};

const toHundredths = (points: number): number => Math.round(points * 100) / 100;
