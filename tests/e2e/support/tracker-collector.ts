/**
 * A stand-in for the plugin's public endpoints on an origin of its own: serves the built tracker and
 * records what the tracker posts. It can be told to answer badly, late or not at all.
 */
import { readFileSync } from 'node:fs';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { TrackerEvent } from '../../../tracker/src/types';

const BUILT = path.join(__dirname, '../../../dist/tracker');
const FILES = new Set(['t.js', 'index.mjs']);

export interface Request {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  bytes: number;
  /** Epoch milliseconds. */
  at: number;
  /** Answered with success. */
  acknowledged: boolean;
  body: {
    visitor: string;
    consent?: Record<string, boolean>;
    events?: TrackerEvent[];
    traits?: Record<string, unknown>;
    token?: string;
    purposes?: Record<string, boolean>;
  };
}

/** What a request gets: an answer, no connection at all, or silence until the client gives up. */
export type Behaviour = { status: number; headers?: Record<string, string> } | 'refuse' | 'hang';

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'Retry-After',
};

export interface Collector {
  url: string;
  /** Everything received, in order, whatever it was answered. */
  requests: Request[];
  /** How the next requests are met; a function decides per request. */
  behave: (behaviour: Behaviour | ((request: Request) => Behaviour)) => void;
  /** Events as the plugin would store them: acknowledged ones, each id once. */
  stored: () => TrackerEvent[];
  /** Resolves with the first stored event of that type. */
  event: (type: string) => Promise<TrackerEvent>;
  /** Resolves when `isMet` says so; looks at each request. */
  until: (isMet: () => boolean, what: string) => Promise<void>;
  reset: () => void;
  close: () => Promise<void>;
}

const WAIT_MILLISECONDS = 10_000;

const parse = (text: string): Request['body'] | undefined => {
  try {
    return JSON.parse(text) as Request['body'];
  } catch {
    return undefined;
  }
};

const read = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  request.setEncoding('utf8');
  for await (const chunk of request) text += String(chunk);
  return text;
};

export const startCollector = async (): Promise<Collector> => {
  const requests: Request[] = [];
  const stored = new Map<string, TrackerEvent>();
  const waiting = new Set<() => void>();
  let behaviour: Behaviour | ((request: Request) => Behaviour) = { status: 202 };

  const answer = (request: Request, response: ServerResponse): void => {
    const now = typeof behaviour === 'function' ? behaviour(request) : behaviour;
    if (now === 'refuse') response.destroy();
    if (typeof now === 'string') return;
    request.acknowledged = now.status < 300;
    if (request.acknowledged)
      for (const event of request.body.events ?? [])
        if (!stored.has(event.id)) stored.set(event.id, event);
    response.writeHead(now.status, { ...CORS, ...now.headers }).end('{}');
  };

  const server = createServer((incoming, response) => {
    const file = /^\/cm\/([\w.]+)/.exec(incoming.url ?? '')?.[1] ?? '';
    if (FILES.has(file)) {
      response
        .writeHead(200, { ...CORS, 'content-type': 'text/javascript' })
        .end(readFileSync(path.join(BUILT, file)));
      return;
    }
    void read(incoming).then((text) => {
      const body = parse(text);
      if (!body) {
        response.writeHead(400, CORS).end('{}');
        return;
      }
      const request: Request = {
        method: incoming.method ?? '',
        path: incoming.url ?? '',
        headers: incoming.headers,
        at: Date.now(),
        acknowledged: false,
        bytes: Buffer.byteLength(text),
        body,
      };
      requests.push(request);
      answer(request, response);
      for (const look of waiting) look();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const until = (isMet: () => boolean, what: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(timer);
        waiting.delete(look);
      };
      const look = (): void => {
        if (!isMet()) return;
        end();
        resolve();
      };
      const timer = setTimeout(() => {
        end();
        reject(new Error(`waited for ${what}; received: ${JSON.stringify(requests, null, 1)}`));
      }, WAIT_MILLISECONDS);
      waiting.add(look);
      look();
    });

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/cm`,
    requests,
    behave: (next) => {
      behaviour = next;
    },
    stored: () => [...stored.values()],
    until,
    event: async (type) => {
      const find = () => [...stored.values()].find((event) => event.type === type);
      await until(() => !!find(), `an event "${type}"`);
      const found = find();
      if (!found) throw new Error('unreachable: waited for it');
      return found;
    },
    reset: () => {
      requests.length = 0;
      stored.clear();
      behaviour = { status: 202 };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
