/**
 * Which of the plugin's events the outside hears of, and as what. One line each: a module whose events
 * shall be heard adds its types to `contract.ts` and a line here.
 */
import type { Core } from '@strapi/strapi';
import type { DomainEventName, DomainEvents, Reactions } from '../../platform/events';
import type { AccountRef, MembershipRef } from '../accounts';
import type { ContactRef, StateChange, StatusChange } from '../contacts';
import type { GroupMembers } from '../groups';
// Brings along the events that are listened to.
import type {} from '../identity';
// Brings along the event that is listened to.
import type {} from '../scoring';
import type { PublicEvent, PublicEventType, PublicItem } from './contract';
import { memberItems, membershipItems } from './items-by-number';
import { publish } from './publish';

/** The domain event's payload as public items; the thing itself is described when it is sent. */
const contactEvent =
  <Payload>(type: PublicEventType, items: (payload: Payload) => PublicItem[]) =>
  (payload: Payload): PublicEvent => ({ type, describe: 'contact', items: items(payload) });

const accountEvent =
  <Payload>(type: PublicEventType, items: (payload: Payload) => PublicItem[]) =>
  (payload: Payload): PublicEvent => ({ type, describe: 'account', items: items(payload) });

const gone =
  <Payload>(type: PublicEventType, items: (payload: Payload) => PublicItem[]) =>
  (payload: Payload): PublicEvent => ({ type, describe: null, items: items(payload) });

const about = ({ contactId, documentId }: ContactRef, told: object = {}): PublicItem => ({
  contactId,
  data: { documentId, ...told },
});

const ofAccount = ({ accountId, documentId }: AccountRef, told: object = {}): PublicItem => ({
  contactId: null,
  accountId,
  data: { documentId, ...told },
});

/** `admin:7` is told as `admin`: row numbers stay inside. */
const moved = (changes: (StateChange | StatusChange)[]): PublicItem[] =>
  changes.map(({ from, to, by, why, ...ref }) =>
    about(ref, { from, to, by: by.split(':', 1)[0], why })
  );

const memberEvent =
  (type: PublicEventType) =>
  async (members: GroupMembers, strapi: Core.Strapi): Promise<PublicEvent> => ({
    ...{ type, describe: 'contact' },
    items: await memberItems(strapi, members),
  });

const membershipEvent =
  (type: PublicEventType) =>
  async (memberships: MembershipRef[], strapi: Core.Strapi): Promise<PublicEvent> => ({
    ...{ type, describe: 'membership' },
    items: await membershipItems(strapi, memberships),
  });

const publicEvents: {
  [Name in DomainEventName]?: (
    payload: DomainEvents[Name],
    strapi: Core.Strapi
  ) => PublicEvent | Promise<PublicEvent>;
} = {
  'contact.created': contactEvent('contact.created', (refs) => refs.map((ref) => about(ref))),
  'contact.changed': contactEvent('contact.updated', (changes) =>
    changes.map(({ fields, ...ref }) => about(ref, { changedFields: fields }))
  ),
  'contact.state-changed': contactEvent('contact.state-changed', moved),
  'contact.status-changed': contactEvent('contact.status-changed', moved),
  'score.reached': contactEvent('contact.score-reached', ({ score, threshold, contacts }) =>
    contacts.map(({ total, ...ref }) =>
      about(ref, { score, threshold: threshold.name, at: threshold.at, total })
    )
  ),
  'contact.merged': contactEvent('contact.merged', ({ fromDocumentId, reason, ...into }) => [
    about(
      { contactId: into.intoContactId, documentId: into.intoDocumentId },
      { mergedFrom: fromDocumentId, reason }
    ),
  ]),
  'contact.deleted': gone('contact.deleted', ({ documentIds }) =>
    documentIds.map((documentId) => ({ contactId: null, data: { documentId } }))
  ),
  'account.created': accountEvent('account.created', (refs) => refs.map((ref) => ofAccount(ref))),
  'account.changed': accountEvent('account.updated', (changes) =>
    changes.map(({ fields, ...ref }) => ofAccount(ref, { changedFields: fields }))
  ),
  'account.deleted': gone('account.deleted', (refs) => refs.map((ref) => ofAccount(ref))),
  'membership.started': membershipEvent('membership.started'),
  'membership.changed': membershipEvent('membership.updated'),
  'membership.ended': membershipEvent('membership.ended'),
  'group.member-added': memberEvent('group.member-added'),
  'group.member-removed': memberEvent('group.member-removed'),
  'group.deleted': gone('group.deleted', (groups) =>
    groups.map(({ documentId, name }) => ({ contactId: null, data: { documentId, name } }))
  ),
};

type Told = (strapi: Core.Strapi, payload: never) => Promise<void>;

/** Entry by entry, which TypeScript cannot follow through `Object.entries`. */
export const reactions = Object.fromEntries(
  Object.entries(publicEvents).map(([name, toPublic]): [string, Told] => [
    name,
    async (strapi, payload) => publish(strapi, await toPublic(payload, strapi)),
  ])
) as Reactions;
