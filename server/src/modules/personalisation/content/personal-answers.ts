/**
 * `?audience=visitor`: requests to read the content API are answered for the visitor that they name in
 * `X-CM-Visitor`. A browser may keep such an answer for a moment, a shared cache only the one for those
 * who name nobody.
 */
import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { isEms } from '../../../config';
import { recordExposures } from '../splits/exposures';
import { answering, createAsking, type Asking } from './asking';

export const VISITOR_HEADER = 'X-CM-Visitor';
/** Groups and scores are right within seconds: an answer kept longer would not be. */
const MAX_AGE_SECONDS = 5;

export const personalAnswers =
  (strapi: Core.Strapi) =>
  async (ctx: Context, next: Next): Promise<void> => {
    if (!asksForVisitor(strapi, ctx)) {
      await next();
      return;
    }
    // The CMS edition knows nobody: there, everybody is somebody unknown.
    const given = isEms(strapi) ? ctx.get(VISITOR_HEADER) || null : null;
    const asking = createAsking(strapi, ctx.req, given);
    await answering(asking, next);
    if (!asking.varies) return;
    ctx.vary(VISITOR_HEADER);
    if (asking.given !== null) ctx.set('Cache-Control', `private, max-age=${MAX_AGE_SECONDS}`);
    if (ctx.status === 200) await record(strapi, asking);
  };

const asksForVisitor = (strapi: Core.Strapi, ctx: Context): boolean => {
  if (ctx.method !== 'GET' && ctx.method !== 'HEAD') return false;
  const prefix: string = strapi.config.get('api.rest.prefix', '/api');
  return (
    ctx.path.startsWith(`${prefix}/`) &&
    new URLSearchParams(ctx.querystring).get('audience') === 'visitor'
  );
};

const record = async (strapi: Core.Strapi, asking: Asking): Promise<void> => {
  if (asking.exposures.size === 0) return;
  const { key } = await asking.visitor();
  if (key) recordExposures(strapi, asking.request, key, [...asking.exposures.values()]);
};
