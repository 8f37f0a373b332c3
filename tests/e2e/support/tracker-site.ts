/** A web site that carries the tracker: any path answers with the page the test has set. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The snippet sites put before the script tag, so that they can call `cm` at once. */
export const STUB =
  'window.cm=window.cm||function(){(window.cm.q=window.cm.q||[]).push(arguments)}';

export interface Content {
  title?: string;
  /** Further attributes of the script tag. */
  attributes?: string;
  /** Markup before the script tag. */
  head?: string;
  body?: string;
}

export interface Site {
  url: string;
  show: (content: Content) => void;
  /** Cookie headers of the requests for pages, newest last. */
  cookies: string[];
  close: () => Promise<void>;
}

/** @param scriptUrl where t.js is */
export const startSite = async (scriptUrl: string): Promise<Site> => {
  let content: Content = {};
  const cookies: string[] = [];

  const html = ({ title = 'Shop', attributes = '', head = '', body = '' }: Content): string =>
    `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title>
    <link rel="icon" href="data:,"><script>${STUB}</script>${head}
    <script async src="${scriptUrl}" ${attributes}></script></head><body>${body}</body></html>`;

  const server = createServer((request, response) => {
    cookies.push(request.headers.cookie ?? '');
    response.writeHead(200, { 'content-type': 'text/html' }).end(html(content));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    show: (next) => {
      content = next;
    },
    cookies,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
