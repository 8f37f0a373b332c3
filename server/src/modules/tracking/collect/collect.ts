/** `POST {path}/e`: events of a browser, answered after they are committed. */
import type { Core } from '@strapi/strapi';
import { now } from '../../../platform/clock';
import { isRecord } from '../../../platform/records';
import { activityTypes } from '../../activities';
import type { CollectAnswer, IgnoredReason } from '../contract';
import { busy, HttpProblem } from '../http/problem';
import type { PublicAnswer, PublicEndpoint, PublicRequest } from '../http/public-server';
import type { RateLimit } from '../http/rate-limit';
import { readJson } from '../http/read-body';
import { cookieHeaders, namesVisitor, visitorKeyOf } from '../http/visitor-key';
import { BufferClosed, BufferFull, type IngestBuffer } from '../ingest/buffer';
import type { Visit, VisitResult } from '../ingest/visit';
import type { PrivacySettings } from '../settings';
import { MAX_EVENTS, parseEvents } from './parse-events';
import { claimForms } from './claim-forms';
import { truncateAddress } from './truncate-address';
import { readUserAgent } from './user-agent';

export interface CollectOptions {
  strapi: Core.Strapi;
  buffer: IngestBuffer<Visit, VisitResult>;
  rateLimit: RateLimit;
  settings: () => PrivacySettings;
  acceptUnknownTypes: boolean;
}

export const createCollect = (options: CollectOptions): PublicEndpoint => ({
  method: 'POST',
  handle: async (request) => {
    const body = readBody(await readJson(request.raw));
    await options.rateLimit.consume(request.address, body.events.length);
    const key = visitorKeyOf(body.visitor, request.raw);
    const userAgent = readUserAgent(request.raw.headers['user-agent']);
    const settings = options.settings();
    const ignored = ignoredBecause(request, body, userAgent.bot, settings);
    if (ignored) return accepted({ accepted: 0, ignored });

    const receivedAt = now();
    const types = activityTypes(options.strapi);
    const { events, rejected } = parseEvents(body.events, {
      now: receivedAt,
      knows: (type) => options.acceptUnknownTypes || types.has(type),
    });
    const headers = namesVisitor(body.visitor)
      ? {}
      : cookieHeaders(request.raw, key, request.secure);
    if (events.length === 0) {
      return accepted({ accepted: 0, duplicates: 0, rejected, visitor: key }, headers);
    }
    const visit: Visit = {
      key,
      events,
      tracking: body.tracking,
      userAgent,
      address: settings.ipAddress === 'truncated' ? truncateAddress(request.address) : null,
      receivedAt,
    };
    const result = await push(options.buffer, visit);
    if ('ignored' in result) return accepted({ accepted: 0, ignored: result.ignored });
    await claimForms(options.strapi, visit);
    const { accepted: count, duplicates } = result;
    return accepted({ accepted: count, duplicates, rejected, visitor: key }, headers);
  },
});

interface CollectBody {
  visitor: unknown;
  tracking: boolean | null;
  events: unknown[];
}

const readBody = (sent: unknown): CollectBody => {
  if (!isRecord(sent)) throw new HttpProblem(400, 'The body must be an object with events');
  const { visitor, consent, events } = sent;
  if (!Array.isArray(events) || events.length === 0) {
    throw new HttpProblem(400, 'events must be a list of 1 to 100 events');
  }
  if (events.length > MAX_EVENTS) {
    throw new HttpProblem(
      400,
      'events may hold at most 100 events; send the rest in another request'
    );
  }
  if (consent !== undefined && consent !== null && !isRecord(consent)) {
    throw new HttpProblem(400, 'consent must be an object such as {"tracking": true}');
  }
  const tracking = isRecord(consent) ? consent.tracking : undefined;
  if (tracking !== undefined && typeof tracking !== 'boolean') {
    throw new HttpProblem(400, 'consent.tracking must be true or false');
  }
  return { visitor, tracking: tracking ?? null, events: events as unknown[] };
};

const ignoredBecause = (
  { raw }: PublicRequest,
  { tracking }: CollectBody,
  bot: boolean,
  { honourPrivacySignals }: PrivacySettings
): IgnoredReason | null => {
  if (bot) return 'bot';
  if (honourPrivacySignals && (raw.headers['sec-gpc'] === '1' || raw.headers.dnt === '1')) {
    return 'gpc';
  }
  return tracking === false ? 'consent' : null;
};

const push = async (
  buffer: IngestBuffer<Visit, VisitResult>,
  visit: Visit
): Promise<VisitResult> => {
  try {
    return await buffer.push(visit);
  } catch (error) {
    if (error instanceof BufferFull || error instanceof BufferClosed) throw busy();
    throw error;
  }
};

const accepted = (body: CollectAnswer, headers: Record<string, string> = {}): PublicAnswer => ({
  status: 202,
  headers,
  body,
});
