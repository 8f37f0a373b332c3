import type { Core } from '@strapi/strapi';
import { inBatches } from '../../platform/batches';
import type { DomainEvents } from '../../platform/events';
import { events } from '../../platform/plugin';

type MembershipEvent = 'membership.started' | 'membership.changed' | 'membership.ended';

const PER_EVENT = 1_000;

/** Nothing for an empty list; several events for a long one. */
export const announceMemberships = async <Name extends MembershipEvent>(
  strapi: Core.Strapi,
  name: Name,
  memberships: DomainEvents[Name][number][]
): Promise<void> => {
  for (const batch of inBatches(memberships, PER_EVENT)) {
    await events(strapi).emit(name, batch as DomainEvents[Name]);
  }
};
