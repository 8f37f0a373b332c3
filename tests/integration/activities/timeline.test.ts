/** The timeline's filters and cursors, the registry of types, and the partitions underneath. */
import { randomUUID } from 'node:crypto';
import type { ActivityPage } from '../../../server/src/modules/activities/contract';
import { activities, activityStore, activityTypes } from '../../../server/src/modules/activities';
import { startSite, type TestSite } from '../../support/strapi';

jest.setTimeout(120_000);

const CONTACT = 'plugin::contact-management.contact';
const DAY = 86_400_000;

describe('activities', () => {
  let site: TestSite;
  let contact: { id: number; documentId: string };
  beforeAll(async () => {
    site = await startSite();
    const created = await site.strapi
      .documents(CONTACT)
      .create({ data: { email: 'ann@contacts.test' } as never });
    contact = { id: Number(created.id), documentId: created.documentId };
    await record(['pagevisit', 1], ['purchase', 2], ['login', 3], ['pagevisit', 400]);
  });
  afterAll(() => site.stop());

  const now = Date.now();
  const record = (...list: [type: string, daysAgo: number][]) =>
    activities(site.strapi).append(
      list.map(([type, daysAgo]) => ({
        eventId: randomUUID(),
        contactId: contact.id,
        type,
        occurredAt: now - daysAgo * DAY,
      }))
    );
  const timeline = async (query: object, status = 200): Promise<ActivityPage> => {
    const answer = await site.http
      .get(`/api/contact-management/contacts/${contact.documentId}/activities`)
      .set('authorization', `Bearer ${site.apiToken}`)
      .query(query)
      .expect(status);
    return answer.body as ActivityPage;
  };
  const types = async (query: object) => (await timeline(query)).data.map(({ type }) => type);
  const ago = (days: number) => new Date(now - days * DAY).toISOString();

  it('are filtered by type and by time, from inclusive and to exclusive', async () => {
    // The purchase has made a client of the contact, which is on the timeline as well.
    expect(await types({ to: ago(0) })).toEqual(['pagevisit', 'purchase', 'login', 'pagevisit']);
    expect(await types({ types: 'purchase,login' })).toEqual(['purchase', 'login']);
    expect(await types({ from: ago(3), to: ago(0) })).toEqual(['pagevisit', 'purchase', 'login']);
    expect(await types({ to: ago(2) })).toEqual(['login', 'pagevisit']);
    expect(await types({ from: ago(3), to: ago(2), types: 'pagevisit' })).toEqual([]);
  });

  it('keep their filter from page to page', async () => {
    const first = await timeline({ types: 'pagevisit', limit: 1 });
    const cursor = first.meta.nextCursor;
    const second = await timeline({ types: 'pagevisit', limit: 1, cursor });
    expect(second.data.map(({ type }) => type)).toEqual(['pagevisit']);
    expect(second.data[0]?.eventId).not.toBe(first.data[0]?.eventId);
    expect(second.meta.nextCursor).toBeNull();
  });

  it('refuse a cursor that was changed', async () => {
    const { meta } = await timeline({ limit: 1 });
    await timeline({ cursor: `${String(meta.nextCursor).slice(0, 3)}!` }, 400);
    await timeline({ cursor: Buffer.from('["a","b"]').toString('base64url') }, 400);
  });

  it('are nobody’s without a token, and not found for a stranger', async () => {
    const path = (id: string) => `/api/contact-management/contacts/${id}/activities`;
    await site.http.get(path(contact.documentId)).expect(403);
    const auth = `Bearer ${site.apiToken}`;
    await site.http.get(path('nobody')).set('authorization', auth).expect(404);
  });

  it('have types from code and from the admin, each name once', async () => {
    const registry = activityTypes(site.strapi);
    const webinar = {
      name: 'webinar',
      displayName: 'Webinar',
      color: 'secondary',
      manualCreation: false,
    };
    registry.register(webinar);
    expect(() => {
      registry.register(webinar);
    }).toThrow('exists already');
    await expect(registry.save({ ...webinar, name: 'purchase' })).rejects.toThrow(
      'cannot be changed'
    );
    await expect(registry.save({ ...webinar, name: 'Not A Name' })).rejects.toThrow('lower-case');
    await registry.save({ ...webinar, name: 'demo-booked' });
    expect(registry.has('demo-booked')).toBe(true);
    await site.restart();
    expect(activityTypes(site.strapi).has('demo-booked')).toBe(true);
    await activityTypes(site.strapi).remove('demo-booked');
    expect(activityTypes(site.strapi).has('demo-booked')).toBe(false);
    await expect(activityTypes(site.strapi).remove('purchase')).rejects.toThrow('No custom');
  });

  /** Names of the partitions; none but on PostgreSQL. */
  const partitions = async (): Promise<string[]> =>
    site.database.kind === 'postgres'
      ? site.strapi.db
          .connection('pg_inherits')
          .join('pg_class', 'pg_class.oid', 'inhrelid')
          .whereRaw(`inhparent = 'cm_activities'::regclass`)
          .pluck('relname')
      : [];

  it('of more than five years ago share one place, whatever month they name', async () => {
    const somebody = await site.strapi
      .documents(CONTACT)
      .create({ data: { email: 'old@contacts.test' } as never });
    const before = await partitions();
    const events = Array.from({ length: 600 }, (_, month) => ({
      eventId: `old-${month}`,
      contactId: Number(somebody.id),
      type: 'login',
      occurredAt: Date.UTC(1970, month, 15),
    }));
    await activities(site.strapi).append(events);
    expect(await partitions()).toEqual(before);

    const timelineOf = await activityStore(site.strapi).timeline({
      contactId: Number(somebody.id),
      limit: 1_000,
    });
    expect(timelineOf.data.map(({ eventId }) => eventId)).toEqual(
      events.map(({ eventId }) => eventId).reverse()
    );
    const again = events.map((activity) => ({ ...activity, occurredAt: now }));
    expect(await activities(site.strapi).append(again)).toEqual(new Set());

    await site.strapi.plugin('contact-management').service('contacts').erase([somebody.documentId]);
    const left = async (table: string) =>
      site.strapi.db.connection(table).where('event_id', 'like', 'old-%').pluck('event_id');
    expect(await left('cm_activities')).toEqual([]);
    if (site.database.kind === 'postgres') expect(await left('cm_activity_ids')).toEqual([]);
  });

  it('find room on both sides of where the months begin', async () => {
    const today = new Date(now);
    const border = Date.UTC(today.getUTCFullYear() - 5, today.getUTCMonth(), 1);
    const moments = Array.from({ length: 5 }, (_, at) => border + (at - 2) * 20 * DAY);
    const stored = await activities(site.strapi).append(
      moments.map((occurredAt) => ({
        eventId: `border-${occurredAt}`,
        contactId: contact.id,
        type: 'meeting',
        occurredAt,
      }))
    );
    expect(stored.size).toBe(5);
  });

  it('find room in any month, made ahead or on demand', async () => {
    await activityStore(site.strapi).prepareAhead(Date.UTC(2031, 11, 15));
    await record(['login', 4_000], ['login', 9_000]);
    expect(await types({ to: ago(3_000) })).toEqual(['login', 'login']);
    if (site.database.kind !== 'postgres') return;
    expect(await partitions()).toEqual(
      expect.arrayContaining([
        'cm_activities_2031_12',
        'cm_activities_2032_01',
        'cm_activities_2032_02',
      ])
    );
  });
});
