/** Webhooks and deliveries as the admin shows them. */
import type { DeliveryView, PublicEventType, WebhookView } from './contract';
import type { DeliveryRow, WebhookRow } from './tables';

const toIso = (at: number | string): string => new Date(Number(at)).toISOString();

export const toWebhookView = (row: WebhookRow): WebhookView => ({
  id: String(row.id),
  name: row.name,
  url: row.url,
  events: JSON.parse(row.events) as PublicEventType[],
  enabled: Boolean(row.enabled),
  headers: Object.keys(JSON.parse(row.headers) as object),
  failingSince: row.failing_since === null ? null : toIso(row.failing_since),
  switchedOff: row.switched_off,
  createdAt: toIso(row.created_at),
});

export const toDeliveryView = (row: DeliveryRow & { type: string }): DeliveryView => ({
  id: String(row.id),
  messageId: row.message_id,
  type: row.type,
  status: row.status,
  attempts: row.attempts,
  nextAttemptAt: row.status === 'pending' ? toIso(row.next_attempt_at) : null,
  responseStatus: row.response_status,
  response: row.response,
  durationMilliseconds: row.duration,
  error: row.error,
  createdAt: toIso(row.created_at),
});
