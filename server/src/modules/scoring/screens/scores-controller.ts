/** The admin screens' scores: the list, one with its contacts, and those of a contact or an account. */
import { yup } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { adminIdOf, isAllowed } from '../../../platform/admin-user';
import { parseData } from '../../../platform/parse-data';
import {
  ROLL_UPS,
  SCORE_UID,
  type AccountScoreView,
  type AwardView,
  type ContactScoreView,
  type Distribution,
  type ScoredContactPage,
  type ScorePage,
  type ScoreView,
} from '../contract';
import { reasonOf } from '../list/award-reason';
import { readDistribution } from '../list/distribution';
import { listScores, readScore } from '../list/list-scores';
import { listTopContacts } from '../list/top-contacts';
import { recomputeSoon } from '../recompute/recompute-soon';
import { removeScore } from '../score-documents';
import { foundScore, noScore } from '../score-row';
import { scoring } from '../service';
import { scoresOfAccount } from './scores-of-account';

type One = Context & { params: { documentId: string } };

interface Answer<Data> {
  data: Data;
}

const shape = {
  name: yup.string().max(100),
  displayName: yup.string().trim().min(1).max(255),
  description: yup.string().nullable().max(10_000),
  enabled: yup.boolean(),
  isMain: yup.boolean(),
  accountRollUp: yup.string().oneOf([...ROLL_UPS]),
  // What they hold is checked where they are saved.
  rules: yup.mixed(),
  thresholds: yup.mixed(),
};

export const createScoresAdmin = ({ strapi }: { strapi: Core.Strapi }) => ({
  list: async (ctx: Context): Promise<ScorePage> => ({
    data: await listScores(strapi, ctx.query),
  }),

  findOne: (ctx: One): Promise<Answer<ScoreView>> => detail(strapi, ctx.params.documentId),

  async create(ctx: Context): Promise<Answer<ScoreView>> {
    const by = adminIdOf(ctx);
    const { documentId } = await strapi.documents(SCORE_UID as never).create({
      data: { ...parseData(ctx, 'score', shape), createdBy: by, updatedBy: by } as never,
    });
    ctx.status = 201;
    return detail(strapi, documentId);
  },

  async update(ctx: One): Promise<Answer<ScoreView>> {
    const { documentId } = ctx.params;
    const data = { ...parseData(ctx, 'score', shape), updatedBy: adminIdOf(ctx) };
    await strapi.documents(SCORE_UID as never).update({ documentId, data: data as never });
    return detail(strapi, documentId);
  },

  async delete(ctx: One): Promise<Answer<null>> {
    await removeScore(strapi, ctx.params.documentId);
    return { data: null };
  },

  contacts: async (ctx: One): Promise<ScoredContactPage> =>
    listTopContacts(strapi, (await found(strapi, ctx)).scoreId, ctx.query),

  distribution: async (ctx: One): Promise<Answer<Distribution>> => ({
    data: await readDistribution(strapi, (await found(strapi, ctx)).scoreId),
  }),

  async recompute(ctx: One): Promise<Answer<null>> {
    await found(strapi, ctx);
    await recomputeSoon(strapi);
    ctx.status = 202;
    return { data: null };
  },

  ofContact: async (ctx: One): Promise<Answer<ContactScoreView[]>> => ({
    data: asSeenBy(ctx, await scoring(strapi).ofContact(ctx.params.documentId)),
  }),

  ofAccount: async (ctx: One): Promise<Answer<AccountScoreView[]>> => ({
    data: await scoresOfAccount(strapi, ctx),
  }),
});

/** What somebody has points for is theirs to know; which activity it was, only for who may see activities. */
const asSeenBy = (ctx: Context, scores: ContactScoreView[]): ContactScoreView[] =>
  isAllowed(ctx, 'activities.read')
    ? scores
    : scores.map((score) => ({
        ...score,
        awards: score.awards.map(withoutActivity),
      }));

const withoutActivity = (award: AwardView): AwardView =>
  award.activity
    ? { ...award, activity: null, reason: reasonOf(award.rule.name ? award.rule : undefined, null) }
    : award;

const found = (strapi: Core.Strapi, ctx: One) => foundScore(strapi, ctx.params.documentId);

const detail = async (strapi: Core.Strapi, documentId: string): Promise<Answer<ScoreView>> => {
  const score = await readScore(strapi, documentId);
  if (!score) throw noScore();
  return { data: score };
};
