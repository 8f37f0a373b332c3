/**
 * `POST {path}/v1/batch`, `/track`, `/identify`, `/page`, `/screen`, `/group`, `/alias`: what Segment's
 * libraries speak, answered as Segment's API answers. Only with a write key, which is a secret of the
 * site's back end: what it says of a user is believed. See docs/reference/segment.md.
 */
import { now } from '../../../platform/clock';
import { isRecord } from '../../../platform/records';
import { isOutage } from '../../../platform/sql/outage';
import { causeOf } from '../../../platform/sql/write-conflict';
import { deeperThan } from '../collect/clean-data';
import { busy, HttpProblem } from '../http/problem';
import type { PublicAnswer, PublicEndpoint, PublicRequest } from '../http/public-server';
import type { RateLimit } from '../http/rate-limit';
import { readJson } from '../http/read-body';
import { BufferClosed, BufferFull } from '../ingest/buffer';
import { MESSAGE_TYPES, momentOf, toMessage, type Message } from './message';
import { hasWriteKey } from './write-key';
import { writeMessages, type SegmentContext } from './write-messages';

export interface SegmentOptions extends SegmentContext {
  writeKeys: string[];
  /** Counts requests without a good write key, so that keys cannot be guessed. */
  rateLimit: RateLimit;
}

/** Segment's own limits. */
const MAX_BATCH_BYTES = 500 * 1024;
const MAX_MESSAGE_CHARACTERS = 32 * 1024;
const MAX_DEPTH = 32;

export const createSegmentEndpoints = (options: SegmentOptions): [string, PublicEndpoint][] =>
  ['batch', ...MESSAGE_TYPES].map((name) => [
    `/v1/${name}`,
    { method: 'POST', handle: (request) => handle(options, name, request) },
  ]);

const handle = async (
  options: SegmentOptions,
  name: string,
  request: PublicRequest
): Promise<PublicAnswer> => {
  try {
    if (!hasWriteKey(request.raw.headers.authorization, options.writeKeys)) {
      await options.rateLimit.consume(request.address, 1);
      throw new HttpProblem(401, 'Send a write key as the user name of HTTP Basic', {
        'WWW-Authenticate': 'Basic realm="write key"',
      });
    }
    const receivedAt = now();
    const body = await readJson(request.raw, MAX_BATCH_BYTES);
    await writeMessages(options, readMessages(body, name, receivedAt), receivedAt);
    return { status: 200, body: { success: true } };
  } catch (error) {
    const { status, message, headers } = toProblem(options, error);
    return { status, headers, body: { success: false, message } };
  }
};

const readMessages = (body: unknown, name: string, receivedAt: number): Message[] => {
  if (!isRecord(body)) throw new HttpProblem(400, 'The body must be an object');
  const clock = { receivedAt, sentAt: momentOf(body.sentAt) };
  if (name !== 'batch') {
    const message = isSmall(body) ? toMessage(body, name, clock) : null;
    if (!message) throw new HttpProblem(400, SINGLE_REFUSAL);
    return [message];
  }
  if (!Array.isArray(body.batch)) throw new HttpProblem(400, 'batch must be a list of messages');
  // A message that nobody can read never costs the others, and no library would mend it by sending it again.
  return (body.batch as unknown[]).flatMap((sent) => {
    const message =
      isRecord(sent) && isSmall(sent)
        ? toMessage(
            { ...sent, context: { ...asObject(body.context), ...asObject(sent.context) } },
            sent.type,
            clock
          )
        : null;
    return message ? [message] : [];
  });
};

const SINGLE_REFUSAL = 'A message names a userId or an anonymousId, and has at most 32 KB';

const asObject = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {});

/** `JSON.stringify` overflows the stack on what `JSON.parse` still reads, so depth is looked at first. */
const isSmall = (message: object): boolean =>
  !deeperThan(message, MAX_DEPTH) && JSON.stringify(message).length <= MAX_MESSAGE_CHARACTERS;

const toProblem = ({ strapi }: SegmentOptions, error: unknown): HttpProblem => {
  if (error instanceof HttpProblem) return error;
  if (error instanceof BufferFull || error instanceof BufferClosed) return busy();
  strapi.log.error(`contact-management: Segment messages could not be stored: ${causeOf(error)}`);
  if (isOutage(error)) return busy();
  return new HttpProblem(500, 'The messages could not be stored');
};
