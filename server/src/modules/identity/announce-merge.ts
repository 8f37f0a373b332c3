/** After the commit of a merge: the other modules are told, and the timeline shows it. */
import type { Core } from '@strapi/strapi';
import { events } from '../../platform/plugin';
import { activities } from '../activities';
import type { Merged } from './merge';

export const announceMerge = async (
  strapi: Core.Strapi,
  { fromDocumentId, intoDocumentId }: Merged,
  { intoContactId, reason }: { intoContactId: number; reason: string }
): Promise<void> => {
  await events(strapi).emit('contact.merged', {
    fromDocumentId,
    intoDocumentId,
    intoContactId,
    reason,
  });
  await activities(strapi).append([
    {
      eventId: `merged:${fromDocumentId}`,
      contactId: intoContactId,
      type: 'merged',
      data: { from: fromDocumentId, why: reason },
    },
  ]);
};
