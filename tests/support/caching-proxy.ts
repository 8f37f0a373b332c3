/**
 * A shared HTTP cache before a site, as a CDN is one: undici's, which follows RFC 9111. What says
 * nothing about caching it keeps for a minute, as CDNs are often told to.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Agent, interceptors, request } from 'undici-cache';

export interface CachingProxy {
  url: string;
  stop(): Promise<void>;
}

const DEFAULT_MILLISECONDS = 60_000;

export const startCachingProxy = async (origin: string): Promise<CachingProxy> => {
  const agent = new Agent();
  const cache = agent.compose(
    interceptors.cache({ type: 'shared', cacheByDefault: DEFAULT_MILLISECONDS })
  );
  const pass = async ({ url = '/', headers }: IncomingMessage, answer: ServerResponse) => {
    const { 'x-cm-visitor': visitor } = headers;
    const {
      statusCode,
      headers: given,
      body,
    } = await request(`${origin}${url}`, {
      dispatcher: cache,
      headers: typeof visitor === 'string' ? { 'x-cm-visitor': visitor } : {},
    });
    for (const name of ['content-type', 'cache-control', 'vary', 'age']) {
      const value = given[name];
      if (value !== undefined) answer.setHeader(name, value);
    }
    answer.writeHead(statusCode);
    answer.end(await body.text());
  };
  const server = createServer((question, answer) => {
    pass(question, answer).catch((error: unknown) => answer.destroy(error as Error));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
      await agent.close();
    },
  };
};
