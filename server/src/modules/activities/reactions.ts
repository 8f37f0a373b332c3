/** Changes of state and status become timeline entries; a purchase turns a prospect into a client. */
import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Reactions } from '../../platform/events';
import { contacts, type StateChange, type StatusChange } from '../contacts';
import type { Activity } from './contract';
import { activities } from './service';
import { activitySettings } from './settings';

export const reactions: Reactions = {
  'contact.state-changed': (strapi, changes) => record(strapi, 'statechange', changes),
  'contact.status-changed': (strapi, changes) => record(strapi, 'statuschange', changes),
  'activity.recorded': (strapi, told) => makeClientsOfBuyers(strapi, told),
  // The first time may have been cut off, and only a prospect is changed.
  'activity.repeated': (strapi, told) => makeClientsOfBuyers(strapi, told),
};

const makeClientsOfBuyers = async (
  strapi: Core.Strapi,
  { activities: told, trusted }: { activities: Activity[]; trusted: boolean }
) => {
  if (!trusted || !activitySettings(strapi).current().purchaseMakesClient) return;
  const buyers = told.flatMap(({ type, contactId }) =>
    type === 'purchase' && contactId !== null ? [contactId] : []
  );
  if (buyers.length > 0) await makeClients(strapi, [...new Set(buyers)]);
};

const makeClients = async (strapi: Core.Strapi, contactIds: number[]) => {
  await contacts(strapi).changeState({
    contactIds,
    to: 'client',
    onlyFrom: ['prospect'],
    by: 'site',
    why: 'purchase',
  });
};

const record = async (
  strapi: Core.Strapi,
  type: 'statechange' | 'statuschange',
  changes: (StateChange | StatusChange)[]
) => {
  await activities(strapi).append(
    changes.map(({ contactId, from, to, by, why, at }) => ({
      eventId: randomUUID(),
      contactId,
      type,
      occurredAt: at.getTime(),
      data: { from, to, by, why },
    }))
  );
};
