/** One POST: no redirects, a limit on time and on what is read, no address that only this server can reach. */
import http from 'node:http';
import https from 'node:https';
import { cleanText } from '../../platform/clean-text';
import { now, SECOND, type Milliseconds } from '../../platform/clock';
import { publicLookup, refusePrivateLiteral } from '../../platform/public-address';

const TIMEOUT: Milliseconds = 10 * SECOND;
const KEPT_BYTES = 1_024;

export interface Post {
  url: string;
  headers: Record<string, string>;
  body: string;
  allowPrivateAddresses: boolean;
}

export interface Outcome {
  ok: boolean;
  /** Null when no answer came. */
  status: number | null;
  text: string | null;
  /** A sentence; null when it went well. */
  error: string | null;
  durationMilliseconds: number;
}

export const post = async (message: Post): Promise<Outcome> => {
  const startedAt = now();
  const took = () => now() - startedAt;
  try {
    const response = await send(message);
    const status = response.statusCode ?? 0;
    const text = await readStart(response);
    const error = problemWith(status);
    return { ok: error === null, status, text, error, durationMilliseconds: took() };
  } catch (error) {
    return {
      ok: false,
      status: null,
      text: null,
      error: sentenceOf(error),
      durationMilliseconds: took(),
    };
  }
};

const send = (message: Post): Promise<http.IncomingMessage> =>
  new Promise((resolve, reject) => {
    const { body, allowPrivateAddresses } = message;
    const url = new URL(message.url);
    if (!allowPrivateAddresses) refusePrivateLiteral(url);
    const { request } = url.protocol === 'https:' ? https : http;
    const sent = request(url, {
      method: 'POST',
      headers: { ...message.headers, 'content-length': String(Buffer.byteLength(body)) },
      agent: false,
      signal: AbortSignal.timeout(TIMEOUT),
      ...(allowPrivateAddresses ? {} : { lookup: publicLookup }),
    });
    sent.on('response', resolve);
    sent.on('error', reject);
    sent.end(body);
  });

/** The rest is not read: the connection is closed. */
const readStart = async (response: http.IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= KEPT_BYTES) break;
  }
  const start = Buffer.concat(chunks).subarray(0, KEPT_BYTES);
  return cleanText(start.toString('utf8'), KEPT_BYTES);
};

const problemWith = (status: number): string | null => {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) {
    return `The endpoint answered with a redirect (${status}), which is not followed`;
  }
  return `The endpoint answered ${status}`;
};

const LONGEST_SENTENCE = 255;

const sentenceOf = (error: unknown): string => {
  const { name, message, code } = error as Error & { code?: string };
  if (name === 'TimeoutError' || name === 'AbortError' || code === 'ABORT_ERR') {
    return `The endpoint did not answer within ${TIMEOUT / SECOND} seconds`;
  }
  return cleanText(message || (code ?? 'The connection failed'), LONGEST_SENTENCE);
};
