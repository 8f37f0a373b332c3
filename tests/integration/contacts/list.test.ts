/** The contact list against an oracle: every order and filter, sorted and narrowed in plain JavaScript. */
import { contacts, CONTACTS_TABLE } from '../../../server/src/modules/contacts';
import { displayNameOf } from '../../../server/src/modules/contacts/display-name';
import { parseFilter } from '../../../server/src/modules/contacts/list/contact-filter';
import {
  SORTS,
  type Direction,
  type Order,
  type Sort,
} from '../../../server/src/modules/contacts/list/contact-order';
import { findPage, type Effort } from '../../../server/src/modules/contacts/list/find-page';
import type { PageStart } from '../../../server/src/modules/contacts/list/list-cursor';
import { foldText } from '../../../server/src/platform/fold-text';
import { queryWords, wordsOf } from '../../../server/src/modules/contacts/search/search-words';
import { documentsOf } from '../../support/documents';
import { startSite, type TestSite } from '../../support/strapi';

jest.setTimeout(120_000);

const START = Date.UTC(2026, 0, 1);
const MINUTE = 60_000;

/** The same "random" contacts at every run. */
const createRandom = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};
const random = createRandom(7);
const oneOf = <Item>(...items: Item[]): Item => items[Math.floor(random() * items.length)] as Item;

interface Made {
  document_id: string;
  kind: string;
  state: string;
  subscription: string;
  country: string | null;
  email: string | null;
  first_name: string | null;
  last_name: string | null;
  company_name: string | null;
  score: number | null;
  status_id: number | null;
  owner_id: number | null;
  created_at: Date;
  last_activity_at: Date | null;
}

const make = (at: number, adminId: number): Made => {
  const known = random() < 0.6;
  return {
    document_id: `contact-${String(at).padStart(4, '0')}`,
    kind: known ? 'known' : 'anonymous',
    state: known ? oneOf('prospect', 'partner', 'client') : 'other',
    subscription: known ? oneOf('none', 'subscribed', 'bounced') : 'none',
    country: oneOf(null, null, 'CZ', 'SK', 'DE'),
    email: known && random() < 0.8 ? `user${at}@${oneOf('acme', 'site', 'Zoo')}.test` : null,
    first_name: known ? oneOf(null, 'Ann', 'Anna', 'ann', 'Zoe', 'Žofie', 'Jan') : null,
    last_name: known ? oneOf(null, 'Novak', 'Novák', 'Smith') : null,
    company_name: oneOf(null, null, 'Acme', 'acme', 'Åcme Holding', 'Zoo, s.r.o.'),
    score: oneOf(null, 0, 0, 5, 5, 12, -3),
    status_id: null,
    owner_id: oneOf(null, null, adminId),
    created_at: new Date(START + Math.floor(at / 3) * MINUTE),
    last_activity_at: oneOf(null, new Date(START + Math.floor(random() * 40) * MINUTE)),
  };
};

type Contact = Made & { id: number };
let site: TestSite;
let all: Contact[];

beforeAll(async () => {
  site = await startSite();
  const admin = await site.strapi.db.query('admin::user').findOne({});
  const vip = await documentsOf(site, 'plugin::contact-management.contact-status').create({
    data: { name: 'vip', displayName: 'VIP' },
  });
  const made = Array.from({ length: 400 }, (_, at) => make(at, Number(admin.id)));
  made.forEach((contact) => {
    contact.status_id = oneOf(null, null, vip.id);
  });
  await site.strapi.db.transaction(async ({ trx }) => {
    for (let at = 0; at < made.length; at += 100) {
      await trx(CONTACTS_TABLE).insert(made.slice(at, at + 100));
    }
    const ids: number[] = await trx(CONTACTS_TABLE).orderBy('document_id').pluck('id');
    all = made.map((contact, at) => ({ ...contact, id: Number(ids[at]) }));
    await contacts(site.strapi).indexWords(trx, ids);
  });
});
afterAll(() => site.stop());

const nameOf = ({ document_id, first_name, last_name, email }: Contact) => {
  const names = { firstName: first_name, lastName: last_name, email };
  const name = displayNameOf({ documentId: document_id, ...names });
  return name.startsWith('Anonymous') ? null : foldText(name);
};

/** What contacts are compared by; null comes last in both directions. */
const keys: Record<Sort, (contact: Contact) => string | number | null> = {
  lastActivityAt: (contact) => contact.last_activity_at?.getTime() ?? null,
  createdAt: (contact) => contact.created_at.getTime(),
  name: nameOf,
  email: ({ email }) => email,
  state: ({ state }) => state,
  company: ({ company_name }) => (company_name ? foldText(company_name) : null),
  score: ({ score }) => score ?? 0,
};

const sorted = (some: Contact[], { sort, direction }: Order): string[] => {
  const way = direction === 'asc' ? 1 : -1;
  return [...some]
    .sort((a, b) => {
      const [left, right] = [keys[sort](a), keys[sort](b)];
      if (left === right) return way * (a.id - b.id);
      if (left === null) return 1;
      if (right === null) return -1;
      return way * (left < right ? -1 : 1);
    })
    .map(({ document_id }) => document_id);
};

const matches = (query: Record<string, string>) => (contact: Contact) => {
  const among = (values: string | undefined, value: unknown) =>
    values === undefined || values.split(',').includes(String(value));
  const words = wordsOf({
    firstName: contact.first_name,
    middleName: null,
    lastName: contact.last_name,
    companyName: contact.company_name,
    email: contact.email,
  });
  const activity = contact.last_activity_at?.toISOString();
  const hasStatus = query.status === 'vip' && contact.status_id !== null;
  return (
    query.q !== '%' &&
    queryWords(query.q ?? '').every((typed) => words.some((word) => word.startsWith(typed))) &&
    among(query.state, contact.state) &&
    among(query.kind, contact.kind) &&
    among(query.subscription, contact.subscription) &&
    among(query.country, contact.country) &&
    (query.status === undefined || hasStatus) &&
    among(query.owner, contact.owner_id) &&
    contact.created_at.toISOString() >= (query.createdFrom ?? '') &&
    contact.created_at.toISOString() <= (query.createdTo ?? '9') &&
    (query.lastActivityFrom === undefined || (activity ?? '') >= query.lastActivityFrom)
  );
};

const FILTERS: Record<string, string>[] = [
  {},
  { q: 'ann' },
  { q: 'NOVÁK acme' },
  { q: 'zoo' },
  { q: 'nobody' },
  { q: '%' },
  { state: 'client,partner' },
  { state: 'other' },
  { kind: 'known', country: 'CZ,SK' },
  { subscription: 'bounced', state: 'prospect' },
  { status: 'vip', kind: 'known' },
  { status: 'nosuch' },
  { owner: '1' },
  { createdFrom: new Date(START + 30 * MINUTE).toISOString(), createdTo: '2026-01-01T02:00:00Z' },
  { lastActivityFrom: new Date(START + 20 * MINUTE).toISOString(), q: 'a' },
];
const CASES = SORTS.flatMap((sort) =>
  (['asc', 'desc'] as Direction[]).flatMap((direction) =>
    FILTERS.map((filter) => [{ sort, direction }, filter] as const)
  )
);

/** Each way of finding a page: sorting candidates, walking, giving a walk up. */
const EFFORTS: Record<string, Effort> = {
  'sorting candidates': { candidates: 1_000, steps: 1_000 },
  'walking the index': { candidates: 0, steps: 1_000 },
  'giving a long walk up': { candidates: 0, steps: 3 },
};
const SIZE = 70;

describe.each(Object.entries(EFFORTS))('the list, %s', (_name, effort) => {
  it.each(CASES)('in order %j narrowed to %j holds who it should', async (order, query) => {
    const expected = sorted(all.filter(matches(toOracle(query))), order);
    const pages = await walkThrough(order, query, effort);
    expect(pages.forwards.flat()).toEqual(expected);
    expect(pages.backwards).toEqual(pages.forwards);
  });
});

/** The oracle compares text. */
const toOracle = (query: Record<string, string>) =>
  query.createdTo ? { ...query, createdTo: new Date(query.createdTo).toISOString() } : query;

/** To the last page and back again. */
const walkThrough = async (order: Order, query: Record<string, string>, effort: Effort) => {
  const documentIds = new Map(all.map(({ id, document_id }) => [id, document_id]));
  const read = async (start: PageStart | null) => {
    const request = { order, filter: parseFilter(query), start, size: SIZE };
    const page = await findPage(site.strapi, request, effort);
    return { ...page, ids: page.places.map(({ id }) => documentIds.get(id)) };
  };
  let page = await read(null);
  expect(page.hasPrevious).toBe(false);
  const forwards = [page.ids];
  const backwards = [];
  for (let last = page.places.at(-1); page.hasNext && last; last = page.places.at(-1)) {
    page = await read({ ...last, towards: 'next' });
    forwards.push(page.ids);
  }
  backwards.unshift(page.ids);
  for (let first = page.places[0]; page.hasPrevious && first; first = page.places[0]) {
    page = await read({ ...first, towards: 'previous' });
    backwards.unshift(page.ids);
  }
  return { forwards, backwards };
};
