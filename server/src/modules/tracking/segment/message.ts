/** One Segment message (segment.com/docs/connections/spec/common), checked. */
import { randomUUID } from 'node:crypto';
import type { Milliseconds } from '../../../platform/clock';
import { isRecord } from '../../../platform/records';
import type { VisitorKey } from '../../identity';
import { cleanText } from '../../../platform/clean-text';
import { toVisitorKey } from '../http/visitor-key';
import { nameUuid } from './name-uuid';

export const MESSAGE_TYPES = ['track', 'identify', 'page', 'screen', 'group', 'alias'] as const;
export type MessageType = (typeof MESSAGE_TYPES)[number];

export interface Message {
  type: MessageType;
  /** The idempotency key. */
  id: string;
  /**
   * The visitor that the message is about: the browser where one is named (by alias as the id that is
   * given up), else the user's own.
   */
  key: VisitorKey;
  userId: string | null;
  /** The account that a `group` message is about, by the site's own id. */
  groupId: string | null;
  /** Epoch milliseconds. */
  at: Milliseconds;
  /** As they came. */
  event: string;
  name: string;
  properties: Record<string, unknown>;
  traits: Record<string, unknown>;
  context: Record<string, unknown>;
}

export interface Clock {
  receivedAt: Milliseconds;
  /** When the sender's own clock says that it sent the request. */
  sentAt: Milliseconds | null;
}

/** Null for what is no message, or about nobody. */
export const toMessage = (sent: unknown, type: unknown, clock: Clock): Message | null => {
  const known = MESSAGE_TYPES.find((one) => one === type);
  if (!known || !isRecord(sent)) return null;
  const userId = textOf(sent.userId);
  const anonymousId = textOf(sent.anonymousId);
  const previousId = known === 'alias' ? textOf(sent.previousId) : null;
  const about = previousId ?? anonymousId;
  const key = about === null ? userId && keyOfUser(userId) : keyOfBrowser(about);
  if (!key) return null;
  return {
    type: known,
    id: messageId(sent.messageId),
    key,
    userId,
    groupId: textOf(sent.groupId),
    at: timeOf(sent, clock),
    event: textOf(sent.event) ?? '',
    name: textOf(sent.name) ?? '',
    properties: recordOf(sent.properties),
    traits: recordOf(sent.traits),
    context: recordOf(sent.context),
  };
};

const MAX_ID = 255;

/** Numbers are taken too: many sites have numeric user ids. */
export const textOf = (value: unknown): string | null => {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return null;
  return cleanText(value, MAX_ID).trim() || null;
};

export const recordOf = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {});

/** A browser's id is used as it is when it is a UUID, which those of our own tracker are. */
export const keyOfBrowser = (anonymousId: string): VisitorKey =>
  toVisitorKey(anonymousId) ?? (nameUuid('segment-anonymous', anonymousId) as VisitorKey);

/** Messages that name a user but no browser share one visitor of that user. */
export const keyOfUser = (userId: string): VisitorKey =>
  nameUuid('segment-user', userId) as VisitorKey;

const EVENT_ID = /^[\x21-\x7E]{1,90}$/;

const messageId = (sent: unknown): string => {
  if (typeof sent !== 'string' || sent === '') return randomUUID();
  return EVENT_ID.test(sent) ? sent : nameUuid('segment-message', sent);
};

/** Differences below this are the network's, not the clock's, and a site's own times are kept exact. */
const CLOCK_TOLERANCE: Milliseconds = 5_000;

/**
 * As Segment computes it: what the sender's clock said, corrected by how wrong that clock was when it
 * sent the request. A message that has both times was corrected already.
 */
const timeOf = (sent: Record<string, unknown>, clock: Clock): Milliseconds => {
  const sentAt = momentOf(sent.sentAt) ?? clock.sentAt;
  const original = momentOf(sent.originalTimestamp);
  const timestamp = momentOf(sent.timestamp);
  if (original !== null && timestamp !== null) return timestamp;
  const at = original ?? timestamp;
  if (at === null) return clock.receivedAt;
  const error = sentAt === null ? 0 : clock.receivedAt - sentAt;
  return Math.abs(error) < CLOCK_TOLERANCE ? at : at + error;
};

export const momentOf = (value: unknown): Milliseconds | null => {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const moment = new Date(value).getTime();
  return Number.isNaN(moment) ? null : moment;
};
