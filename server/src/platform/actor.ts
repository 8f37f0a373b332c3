/**
 * Who is behind a change, for histories: the request says it, unless the code that makes the change
 * knows better and says so with `attributed`.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';

export interface Attribution {
  /** `admin:<id>`, `token:<id>`, `user:<id>`, `site`, `visitor` … */
  by: string;
  /** A few words, empty when nobody said. */
  why: string;
}

const given = new AsyncLocalStorage<Partial<Attribution>>();

export const attributed = <Result>(
  attribution: Partial<Attribution>,
  work: () => Promise<Result>
): Promise<Result> => given.run({ ...given.getStore(), ...attribution }, work);

export const attribution = (strapi: Core.Strapi): Attribution => ({
  by: given.getStore()?.by ?? actorOf(strapi),
  why: given.getStore()?.why ?? '',
});

/** Names under which Strapi's authentication strategies leave who they let in. */
const prefixes: Record<string, string> = {
  admin: 'admin',
  'admin-token': 'token',
  'content-api-token': 'token',
  'users-permissions': 'user',
};

const actorOf = (strapi: Core.Strapi): string => {
  const auth = strapi.requestContext.get()?.state.auth;
  const prefix = prefixes[String(auth?.strategy?.name)];
  const id: unknown = auth?.credentials?.id;
  return prefix && (typeof id === 'number' || typeof id === 'string') ? `${prefix}:${id}` : 'site';
};
