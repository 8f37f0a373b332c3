/** `GET {path}/t.js`: the tracker, precompressed by the build, with an ETag. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { PublicEndpoint } from './http/public-server';

type Encoding = 'br' | 'gzip' | 'identity';

/** Next to `dist/server` when built; in `dist` of the repository when run from source. */
const FOLDERS = [
  path.join(__dirname, '../tracker'),
  path.join(__dirname, '../../../../dist/tracker'),
];

export const createTrackerScript = (): PublicEndpoint => {
  const folder = FOLDERS.find((candidate) => existsSync(path.join(candidate, 't.js')));
  if (!folder) throw new Error('contact-management: the tracker is not built; run npm run build');
  const script: Record<Encoding, Buffer> = {
    identity: readFileSync(path.join(folder, 't.js')),
    gzip: readFileSync(path.join(folder, 't.js.gz')),
    br: readFileSync(path.join(folder, 't.js.br')),
  };
  const etag = `"${createHash('sha256').update(script.identity).digest('base64url').slice(0, 22)}"`;
  const headers = {
    'Content-Type': 'text/javascript; charset=utf-8',
    'Cache-Control': 'public, max-age=3600, stale-while-revalidate=86400',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'X-Content-Type-Options': 'nosniff',
    ETag: etag,
    Vary: 'Accept-Encoding',
  };
  return {
    method: 'GET',
    handle: ({ raw }) => {
      if (raw.headers['if-none-match'] === etag) return { status: 304, headers };
      const encoding = encodingFor(raw.headers['accept-encoding']);
      const encoded: Record<string, string> =
        encoding === 'identity' ? {} : { 'Content-Encoding': encoding };
      return { status: 200, headers: { ...headers, ...encoded }, body: script[encoding] };
    },
  };
};

const encodingFor = (accepted: string | string[] | undefined): Encoding => {
  const offered = String(accepted ?? '');
  if (/\bbr\b/.test(offered)) return 'br';
  return /\bgzip\b/.test(offered) ? 'gzip' : 'identity';
};
