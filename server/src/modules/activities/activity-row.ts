/** Between an activity and its row. */
import { isRecord } from '../../platform/records';
import type { Activity, ActivityView, NewActivity } from './contract';
import type { ActivityRow, StoredActivityRow } from './tables';
import { urlHash } from './url-hash';

const EMPTY: Omit<Activity, 'eventId' | 'contactId' | 'type' | 'occurredAt' | 'receivedAt'> = {
  visitorId: null,
  sessionId: null,
  title: null,
  url: null,
  referrer: null,
  value: null,
  itemUid: null,
  itemDocumentId: null,
  utmSource: null,
  utmMedium: null,
  utmCampaign: null,
  utmTerm: null,
  utmContent: null,
  locale: null,
  country: null,
  device: null,
  browser: null,
  os: null,
  data: null,
};

export const toActivity = (given: NewActivity, receivedAt: number): Activity => ({
  ...EMPTY,
  occurredAt: receivedAt,
  receivedAt,
  ...given,
});

export const toRow = (activity: Activity): ActivityRow => ({
  event_id: activity.eventId,
  contact_id: activity.contactId,
  visitor_id: activity.visitorId,
  session_id: activity.sessionId,
  type: activity.type,
  occurred_at: activity.occurredAt,
  received_at: activity.receivedAt,
  title: activity.title,
  url: activity.url,
  url_hash: activity.url === null ? null : urlHash(activity.url),
  referrer: activity.referrer,
  value: activity.value,
  item_uid: activity.itemUid,
  item_document_id: activity.itemDocumentId,
  utm_source: activity.utmSource,
  utm_medium: activity.utmMedium,
  utm_campaign: activity.utmCampaign,
  utm_term: activity.utmTerm,
  utm_content: activity.utmContent,
  locale: activity.locale,
  country: activity.country,
  device: activity.device,
  browser: activity.browser,
  os: activity.os,
  data: activity.data === null ? null : JSON.stringify(activity.data),
});

/** Databases hand JSON back parsed or as text, numbers as numbers or as text. */
export const toView = (row: StoredActivityRow): ActivityView => ({
  eventId: row.event_id,
  type: row.type,
  occurredAt: new Date(Number(row.occurred_at)).toISOString(),
  title: row.title,
  url: row.url,
  referrer: row.referrer,
  value: row.value === null ? null : Number(row.value),
  sessionId: row.session_id === null ? null : String(row.session_id),
  item: row.item_uid === null ? null : { uid: row.item_uid, documentId: row.item_document_id },
  utmSource: row.utm_source,
  utmMedium: row.utm_medium,
  utmCampaign: row.utm_campaign,
  utmTerm: row.utm_term,
  utmContent: row.utm_content,
  locale: row.locale,
  country: row.country,
  device: row.device,
  browser: row.browser,
  os: row.os,
  data: parseData(row.data),
});

const parseData = (stored: unknown): Record<string, unknown> | null => {
  const data: unknown = typeof stored === 'string' ? JSON.parse(stored) : stored;
  return isRecord(data) ? data : null;
};
