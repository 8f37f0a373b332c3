import type { Core } from '@strapi/strapi';
import type { DeviceView } from './contract';
import { VISITORS_TABLE } from './tables';

const MOST_DEVICES = 100;

/** The browsers a contact was seen with, latest first; at most 100. */
export const readDevices = async (
  strapi: Core.Strapi,
  contactId: number
): Promise<DeviceView[]> => {
  const rows: Record<string, string | number | null>[] = await strapi.db
    .getConnection(VISITORS_TABLE)
    .where('contact_id', contactId)
    .orderBy('last_seen_at', 'desc')
    .limit(MOST_DEVICES)
    .select('id', 'user_agent_family', 'device', 'os', 'first_seen_at', 'last_seen_at');
  return rows.map((row) => ({
    id: String(row.id),
    userAgentFamily: textOf(row.user_agent_family),
    device: textOf(row.device),
    os: textOf(row.os),
    firstSeenAt: new Date(Number(row.first_seen_at)).toISOString(),
    lastSeenAt: new Date(Number(row.last_seen_at)).toISOString(),
  }));
};

const textOf = (value: string | number | null | undefined): string | null =>
  value === null || value === undefined ? null : String(value);
