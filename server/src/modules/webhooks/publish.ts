/** Tells an event to the site's own code and to its webhooks. */
import type { Core } from '@strapi/strapi';
import { now } from '../../platform/clock';
import { PLUGIN_ID } from '../../platform/plugin';
import type { HubEvent, PublicEvent } from './contract';
import { enqueue } from './enqueue';
import { sendSoon } from './schedule';

export const publish = async (strapi: Core.Strapi, event: PublicEvent): Promise<void> => {
  if (event.items.length === 0) return;
  const at = now();
  tellHub(strapi, {
    type: event.type,
    at: new Date(at).toISOString(),
    data: event.items.map(({ data }) => data),
  });
  if (await enqueue(strapi, event, at)) await sendSoon(strapi);
};

/** Not waited for: Strapi awaits the site's listeners one after the other, and one may never answer. */
const tellHub = (strapi: Core.Strapi, event: HubEvent): void => {
  strapi.eventHub.emit(`${PLUGIN_ID}.${event.type}`, event).catch((error: unknown) => {
    strapi.log.error(
      `contact-management: a listener to ${PLUGIN_ID}.${event.type} failed: ${String(error)}`
    );
  });
};
