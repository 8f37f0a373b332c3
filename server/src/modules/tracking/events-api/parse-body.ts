/** The body of `POST /events`: the envelope is refused as a whole, each event only for itself. */
import { errors } from '@strapi/utils';
import { isRecord } from '../../../platform/records';
import { normalizeEmail } from '../../contacts';
import { parseEvents, type ParseContext } from '../collect/parse-events';
import type { CollectedEvent, Rejection } from '../contract';

export const MOST_EVENTS = 1_000;

export const IDENTIFIERS = ['documentId', 'email', 'externalId'] as const;
export type Identifier = (typeof IDENTIFIERS)[number];

export interface ContactReference {
  by: Identifier;
  /** As contacts keep it: e-mails normalised. */
  value: string;
}

export interface AddressedEvent {
  index: number;
  contact: ContactReference;
  event: CollectedEvent;
}

export interface ParsedBody {
  events: AddressedEvent[];
  rejected: Rejection[];
}

/** Throws a ValidationError when the body is no list of events. */
export const parseBody = (body: unknown, context: ParseContext): ParsedBody => {
  const sent: unknown = isRecord(body) ? body.events : undefined;
  if (!Array.isArray(sent) || sent.length === 0) {
    throw new errors.ValidationError('events must be a list of 1 to 1,000 events');
  }
  if (sent.length > MOST_EVENTS) {
    throw new errors.ValidationError(
      'events may hold at most 1,000 events; send the rest in another request'
    );
  }
  const parsed: ParsedBody = { events: [], rejected: [] };
  for (const [index, one] of (sent as unknown[]).entries()) {
    const result = parseOne(one, index, context);
    if ('code' in result) parsed.rejected.push(result);
    else parsed.events.push(result);
  }
  return parsed;
};

const parseOne = (
  sent: unknown,
  index: number,
  context: ParseContext
): AddressedEvent | Rejection => {
  const { events, rejected } = parseEvents([sent], context);
  const [event] = events;
  const [rejection] = rejected;
  if (rejection) return { ...rejection, index };
  const contact = readReference(isRecord(sent) ? sent.contact : undefined);
  if (!event || 'problem' in contact) {
    const message = 'problem' in contact ? contact.problem : 'The event is not valid';
    return { index, code: 'invalid-event', message };
  }
  return { index, contact, event };
};

const readReference = (given: unknown): ContactReference | { problem: string } => {
  const named = isRecord(given)
    ? IDENTIFIERS.filter((by) => given[by] !== undefined && given[by] !== null)
    : [];
  const [by, ...more] = named;
  if (!isRecord(given) || by === undefined || more.length > 0) {
    return { problem: 'contact must name one of documentId, email or externalId' };
  }
  const value = given[by];
  if (typeof value !== 'string' || value.trim() === '' || value.length > MAX_IDENTIFIER) {
    return { problem: `contact.${by} must be text of 1 to ${MAX_IDENTIFIER} characters` };
  }
  if (by !== 'email') return { by, value: value.trim() };
  const email = normalizeEmail(value);
  return email ? { by, value: email } : { problem: 'contact.email must be an e-mail address' };
};

const MAX_IDENTIFIER = 255;
