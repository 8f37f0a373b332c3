/** What a contact did, at a glance. */
import type { Core } from '@strapi/strapi';
import { DAY, type Milliseconds } from '../../platform/clock';
import { inTable } from '../../platform/sql/table';
import { ACTIVITIES_TABLE, type ContactSummary } from './contract';

const DAYS_SHOWN = 90;

export const readSummary = async (
  strapi: Core.Strapi,
  contactId: number,
  now: Milliseconds
): Promise<ContactSummary> => ({
  ...(await readTotals(strapi, contactId)),
  firstSource: await readFirstSource(strapi, contactId),
  perDay: await readDays(strapi, contactId, now),
});

const ofContact = (strapi: Core.Strapi, contactId: number) =>
  inTable(strapi, ACTIVITIES_TABLE).where('contact_id', contactId);

const readTotals = async (strapi: Core.Strapi, contactId: number) => {
  const { connection } = strapi.db;
  const count = (type: string) =>
    connection.raw('sum(case when type = ? then 1 else 0 end)', [type]);
  const row = await ofContact(strapi, contactId).first({
    visits: count('pagevisit'),
    purchases: count('purchase'),
    purchased: connection.raw(`sum(case when type = 'purchase' then value end)`),
    sessions: connection.raw('count(distinct session_id)'),
  });
  return {
    visits: Number(row?.visits ?? 0),
    sessions: Number(row?.sessions ?? 0),
    purchases: Number(row?.purchases ?? 0),
    purchasedValue: Number(row?.purchased ?? 0),
  };
};

const readFirstSource = async (strapi: Core.Strapi, contactId: number) => {
  const first: unknown = await ofContact(strapi, contactId)
    .whereIn('type', ['pagevisit', 'landingpage'])
    .orderBy('occurred_at', 'asc')
    .first({
      utmSource: 'utm_source',
      utmMedium: 'utm_medium',
      utmCampaign: 'utm_campaign',
      referrer: 'referrer',
    });
  return (first ?? null) as ContactSummary['firstSource'];
};

/** Whole UTC days since the epoch, counted by the database and named here. */
const readDays = async (
  strapi: Core.Strapi,
  contactId: number,
  now: Milliseconds
): Promise<ContactSummary['perDay']> => {
  const { connection } = strapi.db;
  const today = Math.floor(now / DAY);
  const rows = await ofContact(strapi, contactId)
    .where('occurred_at', '>=', (today - DAYS_SHOWN + 1) * DAY)
    .groupBy('day')
    .orderBy('day')
    .select({
      day: connection.raw(`floor(occurred_at / ${DAY}.0)`),
      count: connection.raw('count(*)'),
    });
  return rows.map(({ day, count }) => ({
    date: new Date(Number(day) * DAY).toISOString().slice(0, 10),
    count: Number(count),
  }));
};
