/**
 * The plugin's admin routes as functions. Errors are Strapi's `FetchError`: see `problem.ts`.
 *
 * Strapi's client without its hook: the hook aborts what is under way when its component goes, and
 * a change saved on the way to another page must still arrive.
 */
import { getFetchClient } from '@strapi/strapi/admin';
import { PLUGIN_ID } from '../plugin-id';

export type QueryParameters = Record<string, string | number | boolean | null | undefined>;

interface ReadOptions {
  query?: QueryParameters;
  signal?: AbortSignal;
}

const toUrl = (path: string, query: QueryParameters = {}): string => {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === null || value === '' ? [] : [[name, String(value)]]
  );
  const search = new URLSearchParams(given).toString();
  return `/${PLUGIN_ID}${path}${search ? `?${search}` : ''}`;
};

export const api = {
  get: async <Answer>(path: string, { query, signal }: ReadOptions = {}): Promise<Answer> => {
    const { data } = await getFetchClient().get<Answer>(toUrl(path, query), { signal });
    return data;
  },
  download: async (path: string, { query, signal }: ReadOptions = {}): Promise<Blob> => {
    const { data } = await getFetchClient().get(toUrl(path, query), {
      signal,
      responseType: 'blob',
    });
    return data;
  },
  post: async <Answer>(
    path: string,
    body?: unknown,
    options?: Pick<ReadOptions, 'signal'>
  ): Promise<Answer> => {
    const { data } = await getFetchClient().post<Answer>(toUrl(path), body, options);
    return data;
  },
  put: async <Answer>(path: string, body: unknown): Promise<Answer> => {
    const { data } = await getFetchClient().put<Answer>(toUrl(path), body);
    return data;
  },
  del: async (path: string): Promise<void> => {
    await getFetchClient().del(toUrl(path));
  },
};
