/**
 * Serves the sample site: pages wrapped in one layout, and the files under `assets`. Where Strapi is,
 * is written into the pages, so that the site's HTML holds the very script tag a site would paste.
 */
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';

/** The first pattern that fits names the page. */
const PAGES = [
  [/^\/$/, 'home'],
  [/^\/magazine(\/[a-z0-9-]+)?$/, 'magazine'],
  [/^\/magazine\/[a-z0-9-]+\/[a-z0-9-]+$/, 'article'],
  [/^\/shop$/, 'shop'],
  [/^\/shop\/[a-z0-9-]+$/, 'product'],
  [/^\/(search|contact|wholesale|register|login|account|basket|thanks|privacy)$/, null],
];

/** Pages that know only later what they are about say so to the tracker themselves. */
const LATE = new Set(['article', 'magazine', 'product']);

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

/** `cms` is Strapi's origin, without a slash at the end. */
export const createSiteServer = ({ root, cms }) => {
  const pages = createPages(root, cms);
  return createServer((request, response) => {
    answer({ root, pages, request }).then(
      (reply) => send(request, response, reply),
      (error) => {
        console.error(error);
        send(request, response, plain(500, 'The site could not answer.'));
      }
    );
  });
};

const answer = async ({ root, pages, request }) => {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return { ...plain(405, 'Only GET and HEAD.'), headers: { Allow: 'GET, HEAD' } };
  }
  const pathname = decodedPath(request.url);
  if (pathname === null) return plain(400, 'That address cannot be read.');
  const page = pageOf(pathname);
  if (page) return html(200, await pages(page));
  return (await file(root, pathname)) ?? html(404, await pages('not-found'));
};

/** Null for what is no address: a stray %, a zero byte. */
const decodedPath = (url) => {
  try {
    const decoded = decodeURIComponent(new URL(url, 'http://site').pathname);
    return decoded.includes('\0') ? null : decoded;
  } catch {
    return null;
  }
};

const pageOf = (pathname) => {
  const tidy = pathname.length > 1 ? pathname.replace(/\/$/, '') : pathname;
  for (const [pattern, name] of PAGES) {
    const match = pattern.exec(tidy);
    if (match) return name ?? match[1];
  }
  return null;
};

/** A file under `assets`; never one above it, whatever the path says. */
const file = async (root, pathname) => {
  const assets = path.join(root, 'assets');
  const wanted = path.join(root, pathname === '/favicon.ico' ? '/assets/favicon.svg' : pathname);
  if (!wanted.startsWith(assets + path.sep)) return null;
  const type = TYPES[path.extname(wanted)];
  const found = await stat(wanted).catch(() => null);
  if (!type || !found?.isFile()) return null;
  return { status: 200, type, body: await readFile(wanted) };
};

/** Page name → whole HTML. Read at each request: these files are small, and one edits them. */
const createPages = (root, cms) => async (name) => {
  const [layout, page] = await Promise.all(
    ['layout.html', `pages/${name}.html`].map((part) => readFile(path.join(root, part), 'utf8'))
  );
  const title = /^<title>(.*)<\/title>\n/.exec(page);
  const parts = {
    title: title?.[1] ?? 'Kittiwake Coffee',
    page: name,
    cms,
    tracker: LATE.has(name) ? ' data-off="pages"' : '',
    main: page.slice(title?.[0].length ?? 0),
  };
  return layout
    .replace(/\{\{(\w+)\}\}/g, (_, part) => parts[part] ?? '')
    .replaceAll('{{cms}}', cms);
};

const html = (status, body) => ({ status, type: TYPES['.html'], body });
const plain = (status, body) => ({ status, type: TYPES['.txt'], body: `${body}\n` });

const send = (request, response, { status, type, body, headers }) => {
  response.writeHead(status, {
    ...headers,
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
};
