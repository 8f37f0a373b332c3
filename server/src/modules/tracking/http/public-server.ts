/**
 * The public endpoints, served before Strapi's own middlewares: an anonymous beacon needs neither the
 * session nor the body parser nor the logger, and they cost more than the event itself.
 */
import type { IncomingMessage } from 'node:http';
import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { isOutage } from '../../../platform/sql/outage';
import { causeOf } from '../../../platform/sql/write-conflict';
import type { OriginPolicy } from './origins';
import { PREFLIGHT_HEADERS } from './origins';
import { busy, HttpProblem, problemBody } from './problem';
import type { Traffic } from './traffic';

export interface PublicAnswer {
  status: number;
  headers?: Record<string, string>;
  /** Objects are sent as JSON. */
  body?: object | Buffer | string;
}

export interface PublicRequest {
  raw: IncomingMessage;
  /** The client address that Koa trusts (see `server.proxy`). */
  address: string;
  secure: boolean;
  query: URLSearchParams;
}

export interface PublicEndpoint {
  method: 'GET' | 'POST';
  handle(request: PublicRequest): Promise<PublicAnswer> | PublicAnswer;
}

export interface PublicServerOptions {
  strapi: Core.Strapi;
  /** Such as `/cm`. */
  path: string;
  /** By the path below `path`, such as `/e`. */
  endpoints: Map<string, PublicEndpoint>;
  origins: OriginPolicy;
  traffic: Traffic;
}

export const createPublicServer = ({ path, endpoints, traffic, ...rest }: PublicServerOptions) => {
  const prefix = `${path}/`;
  return async (ctx: Context, next: Next): Promise<void> => {
    const endpoint = ctx.path.startsWith(prefix)
      ? endpoints.get(ctx.path.slice(path.length))
      : undefined;
    if (!endpoint) {
      await next();
      return;
    }
    const { status, headers, body } = await traffic.during(() => answer(ctx, endpoint, rest));
    if (traffic.ending()) ctx.set('Connection', 'close');
    ctx.status = status;
    for (const [name, value] of Object.entries(headers ?? {})) ctx.set(name, value);

    // Set last: Koa derives status and type from the body where none was set.
    if (body !== undefined) ctx.body = body;
    else ctx.response.length = 0;
  };
};

const answer = async (
  ctx: Context,
  endpoint: PublicEndpoint,
  { strapi, origins }: Pick<PublicServerOptions, 'strapi' | 'origins'>
): Promise<PublicAnswer> => {
  let cors: Record<string, string> = {};
  try {
    cors = origins.check(ctx.req.headers.origin);
    if (ctx.method === 'OPTIONS')
      return { status: 204, headers: { ...cors, ...PREFLIGHT_HEADERS } };
    if (!isMethod(ctx.method, endpoint.method)) throw wrongMethod(endpoint.method);
    const given = await endpoint.handle({
      raw: ctx.req,
      address: ctx.request.ip,
      secure: ctx.secure,
      query: new URLSearchParams(ctx.querystring),
    });
    return { ...given, headers: withCors(cors, given.headers) };
  } catch (error) {
    const problem = toProblem(strapi, error);
    return {
      status: problem.status,
      headers: { ...cors, ...problem.headers },
      body: problemBody(problem),
    };
  }
};

/** Both may name what the answer depends on. */
const withCors = (cors: Record<string, string>, given: Record<string, string> = {}) => ({
  ...cors,
  ...given,
  ...(cors.Vary && given.Vary ? { Vary: `${cors.Vary}, ${given.Vary}` } : {}),
});

const isMethod = (method: string, expected: PublicEndpoint['method']): boolean =>
  method === expected || (method === 'HEAD' && expected === 'GET');

const wrongMethod = (allowed: string) =>
  new HttpProblem(405, `Only ${allowed} is served here`, { Allow: `${allowed}, OPTIONS` });

const toProblem = (strapi: Core.Strapi, error: unknown): HttpProblem => {
  if (error instanceof HttpProblem) return error;
  strapi.log.error(`contact-management: a public request failed: ${causeOf(error)}`);
  if (isOutage(error)) return busy();
  return new HttpProblem(500, 'The request could not be served');
};
