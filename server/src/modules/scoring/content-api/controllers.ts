/** Strapi's own controller, and what a contact or an account has in scores. */
import type { Context } from 'koa';
import {
  coreController,
  coreService,
  type ControllerFactory,
  type ServiceFactory,
} from '../../../platform/core-controller';
import { SCORE_UID } from '../contract';
import { removeScore } from '../score-documents';
import { scoring } from '../service';
import { scoresOfAccount } from '../screens/scores-of-account';

export const contentApiControllers: Record<string, ControllerFactory> = {
  score: coreController(SCORE_UID, ({ strapi }) => ({
    async delete(ctx) {
      await removeScore(strapi, (ctx.params as { id: string }).id);
      ctx.status = 204;
    },
    ofContact: async (ctx: Context) => ({
      data: await scoring(strapi).ofContact((ctx.params as { documentId: string }).documentId),
    }),
    ofAccount: async (ctx: Context) => ({ data: await scoresOfAccount(strapi, ctx) }),
  })),
};

export const coreServices: Record<string, ServiceFactory> = { score: coreService(SCORE_UID) };
