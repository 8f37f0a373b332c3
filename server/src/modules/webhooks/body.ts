/** A message as it is sent, the same at every attempt. */
import type { Core } from '@strapi/strapi';
import { inTable } from '../../platform/sql/table';
import type { WebhookPayload } from './contract';
import { ITEMS_TABLE, MESSAGES_TABLE } from './tables';

/** Null when all that it told of was erased. */
export const readBody = async (strapi: Core.Strapi, messageId: string): Promise<string | null> => {
  const message = (await inTable(strapi, MESSAGES_TABLE)
    .where('message_id', messageId)
    .first('type', 'at')) as unknown as
    { type: WebhookPayload['type']; at: number | string } | undefined;
  if (!message) return null;
  const items = (await inTable(strapi, ITEMS_TABLE)
    .where('message_id', messageId)
    .orderBy('position')
    .pluck('data')) as unknown as string[];
  if (items.length === 0 && message.type !== 'test') return null;
  return bodyOf({
    id: messageId,
    type: message.type,
    at: new Date(Number(message.at)).toISOString(),
    data: items.map((item) => JSON.parse(item) as Record<string, unknown>),
  });
};

export const bodyOf = (payload: WebhookPayload): string => JSON.stringify(payload);
