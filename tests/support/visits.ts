/** Speaks to the public endpoints as a browser would. */
import { randomUUID } from 'node:crypto';
import type { TestSite } from './strapi';

export const BROWSER =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';

export const event = (given: Record<string, unknown> = {}) => ({
  id: randomUUID(),
  type: 'pagevisit',
  url: 'https://site.test/pricing',
  title: 'Pricing',
  ...given,
});

export const collect = (
  site: TestSite,
  body: string | object,
  headers: Record<string, string> = {}
) =>
  site.http
    .post('/cm/e')
    .set({ 'user-agent': BROWSER, 'content-type': 'text/plain', ...headers })
    .send(typeof body === 'string' ? body : JSON.stringify(body));

export const identify = (site: TestSite, body: object) =>
  site.http.post('/cm/identify').set({ 'user-agent': BROWSER }).send(body);

export const activityCount = async (site: TestSite, where: object = {}): Promise<number> => {
  const row = await site.strapi.db.connection('cm_activities').where(where).count('* as n').first();
  return Number(row?.n);
};

/** The contact a visitor key points at. */
export const contactOf = async (site: TestSite, key: string): Promise<Record<string, unknown>> =>
  site.strapi.db
    .connection('cm_visitors')
    .join('cm_contacts', 'cm_contacts.id', 'cm_visitors.contact_id')
    .where('visitor_key', key)
    .first('cm_contacts.*', 'cm_visitors.link');
