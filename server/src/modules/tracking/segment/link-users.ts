/** Pages and tracks that name a user: their visitor belongs to the contact with that external id. */
import type { Core } from '@strapi/strapi';
import { CONTACTS_TABLE } from '../../contacts';
import { identity, VISITORS_TABLE, type VisitorKey } from '../../identity';
import type { Message } from './message';

/** One query for all, and work only for visitors that are not that user's yet. */
export const linkUsers = async (
  strapi: Core.Strapi,
  messages: Message[],
  { onlyAgreed }: { onlyAgreed: boolean }
): Promise<void> => {
  const named = new Map(messages.flatMap((one) => (one.userId === null ? [] : [[one.key, one]])));
  if (named.size === 0) return;
  const visitors = await readUsers(strapi, [...named.keys()]);
  for (const [key, { userId, at }] of named) {
    const visitor = visitors.get(key);
    if (userId === null || visitor?.externalId === userId) continue;
    if (onlyAgreed && !visitor?.agreed) continue;
    await identity(strapi).identify({
      visitorKey: key,
      traits: {},
      externalId: userId,
      proven: true,
      source: 'segment',
      at,
    });
  }
};

interface KnownVisitor {
  externalId: string | null;
  agreed: boolean;
}

const readUsers = async (
  strapi: Core.Strapi,
  keys: VisitorKey[]
): Promise<Map<string, KnownVisitor>> => {
  const rows: { visitor_key: string; external_id: string | null; tracking: unknown }[] =
    await strapi.db
      .getConnection(VISITORS_TABLE)
      .leftJoin(CONTACTS_TABLE, `${CONTACTS_TABLE}.id`, `${VISITORS_TABLE}.contact_id`)
      .whereIn('visitor_key', keys)
      .select('visitor_key', 'external_id', 'tracking');
  return new Map(
    rows.map(({ visitor_key, external_id, tracking }) => [
      visitor_key,
      { externalId: external_id, agreed: Boolean(tracking) },
    ])
  );
};
