/**
 * Four people, what they did, where they work and what is stored of them, in a handful of inserts. Cyd
 * did nothing, and of everything there is also somebody's who is no contact any more.
 */
import { ACCOUNT_MEMBERSHIPS_TABLE, ACCOUNTS_TABLE } from '../../../server/src/modules/accounts';
import { activities, type NewActivity } from '../../../server/src/modules/activities';
import { CONTACTS_TABLE } from '../../../server/src/modules/contacts';
import { GROUP_MEMBERS_TABLE } from '../../../server/src/modules/groups';
import { CONSENT_TABLE } from '../../../server/src/modules/privacy';
import { TOTALS_TABLE } from '../../../server/src/modules/scoring';
import type { TestSite } from '../strapi';

/** Noon of the day on which Prague's clocks went forward at two. */
export const NOW = Date.parse('2026-03-29T10:00:00Z');
export const TIME_ZONE = 'Europe/Prague';
export const ARTICLE = 'api::article.article';

const NAMES = ['Ann', 'Ben', 'Cyd', 'Dan'] as const;
type Name = (typeof NAMES)[number];
/** Row numbers. */
export type People = Record<Name, number>;

interface Rows {
  site: TestSite;
  table: string;
}

/** Row numbers by the documents' ids, or by their names. */
const idsOf = async ({ site, table }: Rows, key: string): Promise<Record<string, number>> => {
  const rows: Record<string, unknown>[] = await site.strapi.db.connection(table).select('id', key);
  return Object.fromEntries(rows.map((row) => [String(row[key]), Number(row.id)]));
};

const insert = async ({ site, table }: Rows, rows: object[]): Promise<void> => {
  await site.strapi.db.connection(table).insert(rows);
};

export const addPeople = async (site: TestSite): Promise<People> => {
  const contacts = { site, table: CONTACTS_TABLE };
  await insert(
    contacts,
    NAMES.map((name) => ({ document_id: name.toLowerCase(), first_name: name }))
  );
  return (await idsOf(contacts, 'first_name')) as People;
};

type Did = [who: Name | null, type: string, at: string, more?: Partial<NewActivity>];

/** At the edges of spans and of days: a day before now is 23 hours ago, at eleven. */
const DONE: Did[] = [
  [
    ...(['Ann', 'purchase', '2026-03-28T11:00:00.001Z'] as const),
    {
      ...{ value: 10, url: 'https://s.test/Shop', title: 'Élan', country: 'CZ', device: 'desktop' },
      ...{ utmSource: 'mail_a', itemUid: 'api::tea.tea', itemDocumentId: 'Green' },
      data: { plan: 'Gold', cart: { total: 10, paid: true } },
    },
  ],
  ['Ann', 'purchase', '2026-03-28T10:00:00.000Z', { value: 2.5, data: { plan: 5, 0: 'a' } }],
  [
    ...(['Ben', 'purchase', '2026-03-28T11:00:00.000Z'] as const),
    { value: -3, url: 'https://s.test/Shop/cart', title: 'a_b', data: { cart: { paid: false } } },
  ],
  ['Dan', 'purchase', '2026-03-29T10:05:00.000Z'],
  [null, 'purchase', '2026-03-29T09:00:00.000Z', { value: 1_000 }],
  ['Ann', 'login', '2026-03-22T11:00:00.000Z'],
  ['Ann', 'login', '2025-03-29T11:00:00.000Z'],
  ['Ben', 'login', '2026-03-22T11:00:00.001Z'],
  ['Dan', 'login', '2026-02-28T11:00:00.000Z'],
  ['Ann', 'pagevisit', '2026-03-28T22:59:59.999Z'],
  ['Ben', 'pagevisit', '2026-03-28T23:00:00.000Z'],
  ['Dan', 'pagevisit', '2026-03-29T22:00:00.000Z'],
];

/** A download and a form: in time, a millisecond late, and at once. */
export const IN_TURN: Did[] = [
  ['Ann', 'download', '2026-03-01T10:00:00.000Z'],
  ['Ann', 'formsubmit', '2026-03-03T10:00:00.000Z', { title: 'Order' }],
  ['Ben', 'download', '2026-03-01T10:00:00.000Z'],
  ['Ben', 'formsubmit', '2026-03-03T10:00:00.001Z', { title: 'Order' }],
  ['Ben', 'download', '2026-03-28T11:00:00.001Z'],
  ['Ben', 'formsubmit', '2026-03-29T09:00:00.000Z'],
  ['Dan', 'formsubmit', '2026-03-28T12:00:00.000Z'],
  ['Dan', 'download', '2026-03-28T12:00:00.000Z'],
  [null, 'download', '2026-03-01T10:00:00.000Z'],
  [null, 'formsubmit', '2026-03-02T10:00:00.000Z'],
];

export const addActivities = async (
  site: TestSite,
  people: People,
  more: Did[] = []
): Promise<void> => {
  await activities(site.strapi).append(
    [...DONE, ...more].map(([who, type, at, rest], place) => ({
      ...{ eventId: `e${place}`, contactId: who && people[who], type },
      ...{ occurredAt: Date.parse(at), ...rest },
    }))
  );
};

const saw = (itemDocumentId: string, itemUid = ARTICLE) => ({ itemDocumentId, itemUid });

/** Twice the same counts once; one entry is gone since, and one is of another type. */
export const SEEN: Did[] = [
  ['Ann', 'pagevisit', '2026-01-02T10:00:00Z', saw('first')],
  ['Ann', 'pagevisit', '2026-01-03T10:00:00Z', saw('first')],
  ['Ann', 'pagevisit', '2026-01-04T10:00:00Z', saw('second')],
  ['Ben', 'pagevisit', '2026-03-29T09:00:00Z', saw('first')],
  ['Ben', 'pagevisit', '2026-01-02T10:00:00Z', saw('second', 'api::category.category')],
  ['Dan', 'pagevisit', '2026-01-02T10:00:00Z', saw('gone')],
  ['Dan', 'wishlist', '2026-01-02T10:00:00Z', saw('second')],
  [null, 'pagevisit', '2026-01-02T10:00:00Z', saw('first')],
];

/** The second is about nothing. */
export const addEntries = async (site: TestSite): Promise<void> => {
  const metadata = site.strapi.db.metadata;
  const tables = ['api::article.article', 'api::category.category'].map(
    (uid) => metadata.get(uid).tableName
  );
  const [articles = '', categories = ''] = tables;
  await insert({ site, table: categories }, [{ document_id: 'news', slug: 'News' }]);
  await insert({ site, table: articles }, [
    { document_id: 'first', title: 'Élan 100%', words: 100 },
    { document_id: 'second', title: null, words: null },
  ]);
  const { joinTable } = metadata.get('api::article.article').attributes.category as unknown as {
    joinTable: {
      name: string;
      joinColumn: { name: string };
      inverseJoinColumn: { name: string };
    };
  };
  const [ids, news] = await Promise.all([
    idsOf({ site, table: articles }, 'document_id'),
    idsOf({ site, table: categories }, 'document_id'),
  ]);
  await insert({ site, table: joinTable.name }, [
    { [joinTable.joinColumn.name]: ids.first, [joinTable.inverseJoinColumn.name]: news.news },
  ]);
};

/** Below Acme is Acme Sub. Who leaves today has left. Cyd's other account is gone. */
export const addAccounts = async (site: TestSite, people: People): Promise<void> => {
  const on = (table: string) => ({ site, table });
  await insert(
    on('cm_contact_roles'),
    ['boss', 'buyer'].map((name) => ({ document_id: name, name }))
  );
  await insert(on('cm_account_statuses'), [{ document_id: 'good', name: 'good' }]);
  const roles = await idsOf(on('cm_contact_roles'), 'name');
  const { good } = await idsOf(on('cm_account_statuses'), 'name');
  const accounts = on(ACCOUNTS_TABLE);
  await insert(accounts, [
    { document_id: 'acme', name: 'Acme', industry: 'Steel', employees: 10, status_id: null },
    { document_id: 'acme-sub', name: 'Acme Sub', industry: null, employees: null, status_id: null },
    { document_id: 'globex', name: 'Globex', industry: 'Élan', employees: 200, status_id: good },
  ]);
  const ids = await idsOf(accounts, 'document_id');
  await site.strapi.db
    .connection(ACCOUNTS_TABLE)
    .where({ document_id: 'acme-sub' })
    .update({ parent_id: ids.acme });
  const memberships: [Name | null, string | null, string | null, string | null][] = [
    ['Ann', 'acme', 'boss', null],
    ['Ann', 'globex', 'buyer', '2026-01-01'],
    ['Ben', 'acme-sub', 'buyer', '2026-03-30'],
    ['Cyd', 'acme', 'buyer', '2026-03-29'],
    ['Dan', 'globex', null, null],
    ['Cyd', null, null, null],
    [null, 'globex', 'boss', null],
  ];
  await insert(
    on(ACCOUNT_MEMBERSHIPS_TABLE),
    memberships.map(([who, account, role, until], at) => ({
      ...{ document_id: `m${at}`, contact_id: who && people[who] },
      account_id: account && ids[account],
      ...{ role_id: role && roles[role], until, is_primary: false },
    }))
  );
};

/** Ben is kept out of the group. Who has no total has 0. */
export const addStored = async (site: TestSite, { Ann, Ben, Cyd, Dan }: People): Promise<void> => {
  const on = (table: string) => ({ site, table });
  await insert(on('cm_contact_groups'), [{ document_id: 'vip', name: 'vip' }]);
  const { vip } = await idsOf(on('cm_contact_groups'), 'name');
  await insert(
    on(GROUP_MEMBERS_TABLE),
    [Ann, Ben, null].map((contact_id, at) => ({
      ...{ group_id: vip, contact_id, by_hand: true, excluded: at === 1 },
    }))
  );
  await insert(
    on('cm_scores'),
    ['fit', 'other'].map((name) => ({ document_id: name, name }))
  );
  const { fit, other } = await idsOf(on('cm_scores'), 'name');
  const total = (contact_id: number | null, score_id: number | undefined, total: number) => ({
    ...{ contact_id, score_id, total },
  });
  await insert(on(TOTALS_TABLE), [
    ...[total(Ann, fit, 10.5), total(Ben, fit, -2), total(Dan, fit, 0)],
    ...[total(Cyd, other, 99), total(null, fit, 10.5)],
  ]);
  const said = (contact_id: number | null, granted: boolean, given_at: number) => ({
    ...{ contact_id, purpose: 'email', granted, source: 'test', given_at },
  });
  await insert(on(CONSENT_TABLE), [
    ...[said(Ann, true, 1), said(Ann, false, 1), said(Ben, true, 2), said(Ben, false, 1)],
    ...[said(Dan, true, 1), said(null, true, 1)],
    { ...said(Dan, false, 2), purpose: 'tracking' },
  ]);
};
