/**
 * Who sends to an endpoint: one server at a time, for as long as it says so. That keeps messages in
 * order and sends none twice at once; a server that was killed is replaced when its lease has ended.
 */
import type { Core } from '@strapi/strapi';
import { MINUTE, now, type Milliseconds } from '../../platform/clock';
import { webhookRows } from './tables';

/** Much longer than one attempt takes. */
const LENGTH: Milliseconds = MINUTE;

type Id = number | string;

export const claimWebhook = async (
  strapi: Core.Strapi,
  id: Id,
  owner: string
): Promise<boolean> => {
  const at = now();
  const taken = await webhookRows(strapi)
    .where({ id, enabled: true })
    .where((free) => {
      void free.whereNull('lease_until').orWhere('lease_until', '<=', at);
    })
    .update({ lease_owner: owner, lease_until: at + LENGTH });
  return taken === 1;
};

/** False when another server has taken over. */
export const renewLease = async (strapi: Core.Strapi, id: Id, owner: string): Promise<boolean> => {
  const renewed = await webhookRows(strapi)
    .where({ id, lease_owner: owner })
    .update({ lease_until: now() + LENGTH });
  return renewed === 1;
};

export const releaseWebhook = async (strapi: Core.Strapi, id: Id, owner: string): Promise<void> => {
  await webhookRows(strapi)
    .where({ id, lease_owner: owner })
    .update({ lease_owner: null, lease_until: null });
};
