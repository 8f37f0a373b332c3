/**
 * Events that a site's back end sends: history of its own, a till's purchases, a call centre's calls.
 * The sender is trusted, so times are kept as they are and an address nobody has makes a contact.
 */
import type { Core } from '@strapi/strapi';
import { config } from '../../../config';
import { now } from '../../../platform/clock';
import { activityTypes } from '../../activities';
import type { EventsAnswer, Rejection } from '../contract';
import {
  findContacts,
  knownContacts,
  type ContactKey,
  type LoggedContact,
} from '../server-log/known-contacts';
import { recordActivities, type LoggedActivity } from '../server-log/record-activities';
import { parseBody, type AddressedEvent, type Identifier } from './parse-body';

/** Throws a ValidationError when the body is no list of events. Answers after the commit. */
export const takeEvents = async (strapi: Core.Strapi, body: unknown): Promise<EventsAnswer> => {
  const types = activityTypes(strapi);
  const { acceptUnknownTypes } = config(strapi).tracking;
  const { events, rejected } = parseBody(body, {
    now: now(),
    knows: (type) => acceptUnknownTypes || types.has(type),
    keepTimes: true,
  });
  const contacts = await findAddressed(strapi, events);
  const activities: LoggedActivity[] = [];
  for (const addressed of events) {
    const contact = contacts[addressed.contact.by].get(addressed.contact.value);
    const rejection = rejectionOf(addressed, contact);
    if (contact && !rejection) activities.push(toActivity(addressed, contact));
    else if (rejection) rejected.push(rejection);
  }
  const stored = await recordActivities(strapi, activities);
  return {
    accepted: stored.size,
    duplicates: activities.length - stored.size,
    rejected: rejected.sort((a, b) => a.index - b.index),
  };
};

const KEYS: Record<Exclude<Identifier, 'email'>, ContactKey> = {
  documentId: 'document_id',
  externalId: 'external_id',
};

/** One query for each kind of identifier; e-mails nobody has get a contact. */
const findAddressed = async (
  strapi: Core.Strapi,
  events: AddressedEvent[]
): Promise<Record<Identifier, Map<string, LoggedContact>>> => {
  const valuesOf = (by: Identifier) => [
    ...new Set(events.flatMap(({ contact }) => (contact.by === by ? [contact.value] : []))),
  ];
  const wanted = events.flatMap(({ contact, event }) =>
    contact.by === 'email' ? [{ email: contact.value, firstSeenAt: event.occurredAt }] : []
  );
  return {
    documentId: await findContacts(strapi, KEYS.documentId, valuesOf('documentId')),
    externalId: await findContacts(strapi, KEYS.externalId, valuesOf('externalId')),
    email: await knownContacts(strapi, wanted, 'events'),
  };
};

const rejectionOf = (
  { index, contact: { by } }: AddressedEvent,
  contact: LoggedContact | undefined
): Rejection | null => {
  if (!contact) return { index, code: 'unknown-contact', message: `No contact has this ${by}` };
  if (contact.monitored) return null;
  return { index, code: 'not-monitored', message: 'Nothing is recorded of this contact' };
};

const toActivity = (
  { event: { item, ...event } }: AddressedEvent,
  { id }: LoggedContact
): LoggedActivity => ({
  ...event,
  contactId: id,
  itemUid: item?.uid ?? null,
  itemDocumentId: item?.documentId ?? null,
});
