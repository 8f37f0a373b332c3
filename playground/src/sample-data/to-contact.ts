/** What the site knows of a person after their visits. */
import type { Story } from './journeys/story';
import { DAY } from './journeys/visit-times';
import type { SampleContact, SampleVisit } from './types';

const QUIET_DAYS = 60;
const VIP_ORDERS = 5;

export const toContact = (story: Story, now: number): SampleContact => {
  const { person, visits, identified } = story;
  const [first, last] = [visits[0], visits.at(-1)];
  if (!first || !last) throw new Error(`${person.key} has never been on the site`);
  const lastActivityAt = lastActivityOf(last);
  const state = stateOf(story);
  return {
    key: person.key,
    kind: identified ? 'known' : 'anonymous',
    state,
    status: statusOf(story, now - lastActivityAt),
    subscription: story.subscription,
    person,
    firstSeenAt: first.startedAt,
    lastActivityAt,
    identifiedAt: identified?.at ?? null,
    source: identified?.by ?? null,
    firstSource: first.source,
    lastSource: last.source,
    tags: tagsOf(story),
  };
};

const lastActivityOf = ({ activities, startedAt }: SampleVisit): number =>
  activities.at(-1)?.occurredAt ?? startedAt;

const stateOf = ({ identified, orders, isPartner }: Story) => {
  if (!identified) return 'other';
  if (isPartner) return 'partner';
  return orders.length > 0 ? 'client' : 'prospect';
};

const statusOf = ({ identified, orders, hasEnquired }: Story, quietFor: number): string | null => {
  if (!identified) return null;
  if (orders.length >= VIP_ORDERS) return 'vip';
  if (orders.length > 1) return 'regular';
  if (hasEnquired && orders.length === 0) return 'needs-a-call';
  return quietFor > QUIET_DAYS * DAY ? 'gone-quiet' : null;
};

const tagsOf = ({ identified, person, orders, favourite }: Story): string[] => {
  if (!identified) return [];
  return [
    favourite.slug,
    ...(person.persona === 'business' ? ['wholesale'] : []),
    ...(orders.some(({ items }) => items.some(({ sku }) => sku.startsWith('E-')))
      ? ['equipment']
      : []),
  ];
};
