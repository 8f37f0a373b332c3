import { createHash } from 'node:crypto';
import { generateSample } from '../../../playground/src/sample-data/generate';
import type { SampleActivity, SampleContact } from '../../../playground/src/sample-data/types';

const DAY = 86_400_000;
const now = Date.parse('2026-03-14T15:00:00.000Z');
const siteUrl = 'https://shop.example';
const sample = generateSample({ seed: 7, now, siteUrl });
const activities = sample.visits.flatMap((visit) => visit.activities);

const activitiesOf = ({ key }: SampleContact): SampleActivity[] =>
  sample.visits.filter(({ contactKey }) => contactKey === key).flatMap((visit) => visit.activities);
const contactsOf = (kind: SampleContact['kind']) =>
  sample.contacts.filter((contact) => contact.kind === kind);
/** A difference in ten thousand activities is no use to a reader, and takes Jest minutes to print. */
const digest = (data: unknown) => createHash('sha256').update(JSON.stringify(data)).digest('hex');
const isUnique = (values: unknown[]) => new Set(values).size === values.length;

test('the same seed and time give the same data', () => {
  expect(digest(generateSample({ seed: 7, now, siteUrl }))).toBe(digest(sample));
});

test('another seed gives other people', () => {
  const other = generateSample({ seed: 8, now, siteUrl });
  expect(other.contacts.map(({ person }) => person.profile.email)).not.toEqual(
    sample.contacts.map(({ person }) => person.profile.email)
  );
});

test('a later start moves everything along by as many days', () => {
  const later = generateSample({ seed: 7, now: now + 7 * DAY, siteUrl });
  const shifts = later.visits.map(
    ({ startedAt }, index) => startedAt - (sample.visits[index]?.startedAt ?? 0)
  );
  expect(later.visits).toHaveLength(sample.visits.length);
  expect(new Set(shifts)).toEqual(new Set([7 * DAY]));
});

test('a few hundred contacts, known and anonymous, with months of activity up to yesterday', () => {
  const times = activities.map(({ occurredAt }) => occurredAt);
  expect(contactsOf('known').length).toBeGreaterThan(150);
  expect(contactsOf('anonymous').length).toBeGreaterThan(150);
  expect(activities.length).toBeGreaterThan(5_000);
  expect(Math.min(...times)).toBeLessThan(now - 150 * DAY);
  expect(Math.max(...times)).toBeGreaterThan(now - DAY);
  expect(Math.max(...times)).toBeLessThanOrEqual(now);
});

test('what has to be unique is', () => {
  expect(isUnique(activities.map(({ eventId }) => eventId))).toBe(true);
  expect(isUnique(sample.orders.map(({ number }) => number))).toBe(true);
  expect(isUnique(sample.contacts.map(({ person }) => person.profile.email))).toBe(true);
  expect(
    isUnique(
      sample.contacts.flatMap(({ person }) => person.devices.map(({ visitorKey }) => visitorKey))
    )
  ).toBe(true);
});

test('addresses are spelt as the plugin would normalise them', () => {
  const emails = sample.contacts.map(({ person }) => person.profile.email);
  expect(emails.filter((email) => !/^[a-z.-]+\d+@[a-z-]+\.example$/.test(email))).toEqual([]);
});

test('contacts are known from the moment they left their address', () => {
  for (const contact of contactsOf('known')) {
    const telling = activitiesOf(contact).find(({ type }) =>
      ['formsubmit', 'registration', 'purchase'].includes(type)
    );
    expect(contact.identifiedAt).toBe(telling?.occurredAt);
  }
});

test('anonymous contacts have neither status nor subscription and are of state other', () => {
  for (const { state, status, subscription, identifiedAt } of contactsOf('anonymous')) {
    expect({ state, status, subscription, identifiedAt }).toEqual({
      state: 'other',
      status: null,
      subscription: 'none',
      identifiedAt: null,
    });
  }
});

test('a prospect’s first purchase makes a client, and the timeline says so once', () => {
  for (const contact of sample.contacts.filter(({ state }) => state === 'client')) {
    const types = activitiesOf(contact).map(({ type }) => type);
    expect(types.filter((type) => type === 'statechange')).toHaveLength(1);
    expect(types.indexOf('statechange')).toBeGreaterThan(types.indexOf('purchase'));
  }
  expect(sample.contacts.filter(({ state }) => state === 'client').length).toBeGreaterThan(40);
});

test('every order has a purchase of the same value', () => {
  const purchases = activities
    .filter(({ type }) => type === 'purchase')
    .map(({ title, value }) => [title, value]);
  expect(purchases).toEqual(sample.orders.map(({ number, total }) => [number, total]));
  expect(sample.orders.length).toBeGreaterThan(100);
});

test('pages belong to entries that exist', () => {
  const keys = new Set([
    ...sample.articles.map(({ slug }) => `api::article.article ${slug}`),
    ...sample.categories.map(({ slug }) => `api::category.category ${slug}`),
    ...sample.products.map(({ slug }) => `api::product.product ${slug}`),
    ...sample.orders.map(({ number }) => `api::order.order ${number}`),
  ]);
  const items = activities.flatMap(({ item }) => (item ? [`${item.uid} ${item.key}`] : []));
  expect(items.filter((item) => !keys.has(item))).toEqual([]);
  expect(items.length).toBeGreaterThan(1_000);
});

test('campaigns lead to addresses that carry them', () => {
  const visits = sample.visits.filter(({ source }) => source.utmCampaign !== null);
  for (const { source, activities: done } of visits) {
    const landing = new URL(done[0]?.url ?? '');
    expect(landing.searchParams.get('utm_campaign')).toBe(source.utmCampaign);
  }
  expect(visits.length).toBeGreaterThan(100);
});
