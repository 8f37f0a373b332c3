/** `identify` and `alias`: told by the site's back end with a write key, so it is believed. */
import type { Core } from '@strapi/strapi';
import { contacts } from '../../contacts';
import { identity } from '../../identity';
import type { Message } from './message';

const SOURCE = 'segment';

/** A message that identifies nobody (no user id, no e-mail) is left out: it says nothing we keep. */
export const identifyUser = async (strapi: Core.Strapi, message: Message): Promise<void> => {
  const { key, userId, at } = message;
  const traits = { ...traitsOf(message) };
  const email = contacts(strapi).traitsToContact(traits).data.email;
  if (userId === null && email === undefined) return;
  await identity(strapi).identify({
    visitorKey: key,
    traits,
    externalId: userId ?? undefined,
    proven: true,
    source: SOURCE,
    at,
  });
};

/** Libraries before 2013 put traits into the context; both are in the spec. */
const traitsOf = ({ type, traits, context }: Message): Record<string, unknown> => {
  if (type === 'alias') return {};
  const older = context.traits;
  return typeof older === 'object' && older !== null ? { ...older, ...traits } : traits;
};
