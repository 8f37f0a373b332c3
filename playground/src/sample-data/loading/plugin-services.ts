/** The parts of the contact-management plugin that the sample data goes through. */
import type { Core } from '@strapi/strapi';

export interface NewActivity {
  eventId: string;
  contactId: number;
  visitorId: number;
  sessionId: number;
  type: string;
  /** Epoch milliseconds, as every time here. */
  occurredAt: number;
  receivedAt: number;
  title: string | null;
  url: string | null;
  referrer: string | null;
  value: number | null;
  itemUid: string | null;
  itemDocumentId: string | null;
  utmSource: string | null;
  utmMedium: string | null;
  utmCampaign: string | null;
  utmTerm: string | null;
  utmContent: string | null;
  locale: string;
  country: string;
  device: string;
  browser: string;
  os: string;
  data: Record<string, unknown> | null;
}

interface Activities {
  append(activities: NewActivity[]): Promise<unknown>;
}

interface Contacts {
  indexWords(trx: unknown, contactIds: number[]): Promise<void>;
}

const plugin = (strapi: Core.Strapi) => strapi.plugin('contact-management');

export const activities = (strapi: Core.Strapi) => plugin(strapi).service<Activities>('activities');

export const contacts = (strapi: Core.Strapi) => plugin(strapi).service<Contacts>('contacts');

export const edition = (strapi: Core.Strapi) => plugin(strapi).config<'cms' | 'ems'>('edition');
