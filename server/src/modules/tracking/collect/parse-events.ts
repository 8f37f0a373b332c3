/**
 * Checks the events of one request, each for itself: a bad one is answered with a reason and never
 * costs the others.
 */
import Ajv, { type ErrorObject } from 'ajv';
import { DAY, MINUTE, type Milliseconds } from '../../../platform/clock';
import { isTypeName } from '../../activities';
import type { CollectedEvent, Rejection, RejectionCode } from '../contract';
import { cleanData } from './clean-data';
import { cleanText } from '../../../platform/clean-text';
import { readPage } from './read-page';

export const MAX_EVENTS = 100;
const MAX_TITLE = 500;
const MAX_PAST: Milliseconds = 7 * DAY;
const MAX_FUTURE: Milliseconds = 5 * MINUTE;

interface SentEvent {
  id: string;
  type: string;
  at?: string | number;
  url?: string | null;
  title?: string | null;
  referrer?: string | null;
  value?: number | null;
  locale?: string | null;
  item?: { uid: string; documentId?: string | null } | null;
  data?: unknown;
}

const text = { type: 'string', nullable: true } as const;

const isSentEvent = new Ajv({ allowUnionTypes: true }).compile<SentEvent>({
  type: 'object',
  required: ['id', 'type'],
  properties: {
    id: { type: 'string', minLength: 1, maxLength: 100, pattern: '^[\\x21-\\x7E]+$' },
    type: { type: 'string', minLength: 1, maxLength: 64 },
    at: { type: ['string', 'number'] },
    url: text,
    title: text,
    referrer: text,
    locale: { type: 'string', nullable: true, maxLength: 35 },
    value: { type: 'number', nullable: true, minimum: -1e13, maximum: 1e13 },
    item: {
      type: 'object',
      nullable: true,
      required: ['uid'],
      properties: {
        uid: { type: 'string', maxLength: 255 },
        documentId: { type: 'string', nullable: true, maxLength: 64 },
      },
    },
  },
});

export interface ParsedEvents {
  events: CollectedEvent[];
  rejected: Rejection[];
}

export interface ParseContext {
  now: Milliseconds;
  /** Whether activities of this type are taken. */
  knows: (type: string) => boolean;
  /** Server-side history is not clamped. */
  keepTimes?: boolean;
}

export const parseEvents = (sent: unknown[], context: ParseContext): ParsedEvents => {
  const parsed: ParsedEvents = { events: [], rejected: [] };
  sent.forEach((event, index) => {
    const result = parseEvent(event, context);
    if ('code' in result) parsed.rejected.push({ index, ...result });
    else parsed.events.push(result);
  });
  return parsed;
};

type Refusal = Omit<Rejection, 'index'>;

const refuse = (code: RejectionCode, message: string): Refusal => ({ code, message });

const parseEvent = (event: unknown, context: ParseContext): CollectedEvent | Refusal => {
  if (!isSentEvent(event)) return refuse('invalid-event', sentenceOf(isSentEvent.errors?.[0]));
  const wrongType = refuseType(event.type, context);
  if (wrongType) return wrongType;
  const occurredAt = readTime(event.at, context);
  if (occurredAt === null) {
    return refuse('invalid-time', 'at must be an ISO 8601 date or epoch milliseconds');
  }
  const page = event.url ? readPage(event.url) : null;
  if (event.url && !page) {
    return refuse(
      'invalid-url',
      'url must be an absolute http(s) address of at most 2,048 characters'
    );
  }
  const data = cleanData(event.data);
  if (!data.valid) return refuse(...DATA_REFUSALS[data.reason]);
  return {
    eventId: event.id,
    type: event.type,
    occurredAt,
    title: event.title ? cleanText(event.title, MAX_TITLE) : null,
    url: page?.url ?? null,
    referrer: event.referrer ? (readPage(event.referrer)?.url ?? null) : null,
    value: event.value ?? null,
    item: event.item
      ? {
          uid: cleanText(event.item.uid, 255),
          documentId: event.item.documentId ? cleanText(event.item.documentId, 64) : null,
        }
      : null,
    utmSource: page?.utmSource ?? null,
    utmMedium: page?.utmMedium ?? null,
    utmCampaign: page?.utmCampaign ?? null,
    utmTerm: page?.utmTerm ?? null,
    utmContent: page?.utmContent ?? null,
    locale: event.locale ? cleanText(event.locale, 35) : null,
    data: data.data,
  };
};

const refuseType = (type: string, { knows }: ParseContext): Refusal | null => {
  if (!isTypeName(type)) {
    return refuse(
      'unknown-type',
      'type must start with a letter and hold lower-case letters, digits, - and _, at most 63'
    );
  }
  return knows(type) ? null : refuse('unknown-type', 'There is no activity type of this name');
};

const DATA_REFUSALS: Record<'not-an-object' | 'too-deep' | 'too-large', [RejectionCode, string]> = {
  'not-an-object': ['invalid-event', 'data must be an object'],
  'too-deep': ['data-too-large', 'data may nest at most 8 levels'],
  'too-large': ['data-too-large', 'data may hold at most 8,192 characters of JSON'],
};

const readTime = (
  at: string | number | undefined,
  { now, keepTimes = false }: ParseContext
): Milliseconds | null => {
  if (at === undefined) return now;
  const time = typeof at === 'number' ? Math.trunc(at) : Date.parse(at);
  if (!Number.isFinite(time) || Math.abs(time) > 8.64e15) return null;
  return Math.min(Math.max(time, keepTimes ? 0 : now - MAX_PAST), now + MAX_FUTURE);
};

const sentenceOf = (error: ErrorObject | undefined): string => {
  if (!error) return 'The event is not valid';
  const field = error.instancePath.slice(1).replaceAll('/', '.');
  return `${field === '' ? 'The event' : field} ${error.message ?? 'is not valid'}`;
};
