/** A site with contacts of every kind of value, drawn by a seed, and the same as plain objects. */
import fc from 'fast-check';
import { activities } from '../../../server/src/modules/activities';
import { CONTACT_STATUS_UID, CONTACT_UID } from '../../../server/src/modules/contacts';
import { CONSENT_TABLE } from '../../../server/src/modules/privacy';
import { SCORES_TABLE, TOTALS_TABLE } from '../../../server/src/modules/scoring';
import { accountsOf } from '../accounts';
import { addField, options } from '../custom-fields';
import { documentsOf, type Entry } from '../documents';
import { groupsOf } from '../groups';
import { addContentType } from '../site-content';
import { startSite, type TestSite } from '../strapi';
import * as values from './arbitrary-values';
import type { NaiveContact, NaiveWorld } from './naive-world';

export const SITE_FIELDS = {
  shoeSize: { type: 'decimal' },
  lastCall: { type: 'datetime' },
};

export const startConditionsSite = (): Promise<TestSite> =>
  startSite({
    config: { fields: { contact: SITE_FIELDS } },
    prepare: async (appDir) => {
      await addContentType(appDir, {
        name: 'category',
        attributes: { slug: { type: 'string' }, secret: { type: 'string', private: true } },
      });
      await addContentType(appDir, {
        name: 'article',
        attributes: {
          title: { type: 'string' },
          words: { type: 'integer' },
          category: {
            type: 'relation',
            relation: 'manyToOne',
            target: 'api::category.category',
          },
        },
      });
    },
  });

/** Of every kind; `naive-conditions.ts` knows them by these codes. */
export const addCustomFields = async (site: TestSite): Promise<void> => {
  await addField(site, { name: 'motto', kind: 'text' });
  await addField(site, { name: 'story', kind: 'longText' });
  await addField(site, { name: 'size', kind: 'number' });
  await addField(site, { name: 'day', kind: 'date' });
  await addField(site, { name: 'vegan', kind: 'boolean' });
  await addField(site, { name: 'plan', kind: 'select', options: options('free', 'gold') });
  await addField(site, {
    name: 'likes',
    kind: 'multiSelect',
    options: options('tea', 'rum', 'ale'),
  });
};

const draw = <Value>(seed: number, arbitrary: fc.Arbitrary<Value>, count: number): Value[] =>
  fc.sample(arbitrary, { seed, numRuns: count });

/** A new contact's id is not known before: these are places in the list of contacts. */
export const fillSite = async (site: TestSite, seed: number): Promise<NaiveWorld> => {
  await addCustomFields(site);
  const statuses = documentsOf(site, CONTACT_STATUS_UID);
  const hot = await statuses.create({ data: { name: 'hot', displayName: 'Hot' } });
  const drawn = draw(seed, values.contact, 40);
  const contacts: Entry[] = [];
  for (const [at, data] of drawn.entries()) {
    const email = at % 3 === 0 ? undefined : `p${at % 7}.${at}@Mail.test`;
    const status = at % 4 === 0 ? { status: hot.documentId } : {};
    contacts.push(
      await documentsOf(site, CONTACT_UID).create({ data: { ...data, email, ...status } })
    );
  }
  await keepRawTexts(site, contacts);
  const entries = await addEntries(site);
  const ids = contacts.map(({ id }) => id);
  await addActivities(site, { seed, ids, items: entries.map(({ documentId }) => documentId) });
  const accounts = await addAccounts(site, contacts);
  const consents = draw(seed, values.consent(ids), 60);
  await site.strapi.db.getConnection(CONSENT_TABLE).insert(
    consents.map(({ contactId, ...said }, at) => ({
      ...{
        contact_id: contactId,
        source: 'test',
        given_at: values.NOW - 1_000 + Math.floor(at / 3),
      },
      ...said,
    }))
  );
  return {
    contacts: await readContacts(site),
    activities: await readActivities(site),
    ...accounts,
    consents,
    groups: await addGroups(site, contacts),
    totals: await addTotals(site, seed, ids),
    entries,
  };
};

/** As an import or an older version may have left them. */
const keepRawTexts = async (site: TestSite, contacts: Entry[]): Promise<void> => {
  const raw = ['', '   ', 'Anna ', ' anna', 'a\\b', 'anna\u00a0'];
  for (const [at, job_title] of raw.entries()) {
    const id = contacts[at]?.id;
    await site.strapi.db.connection('cm_contacts').where({ id }).update({ job_title });
  }
};

const addEntries = async (site: TestSite): Promise<NaiveWorld['entries']> => {
  const categories = documentsOf(site, 'api::category.category');
  const articles = documentsOf(site, 'api::article.article');
  const all: NaiveWorld['entries'] = [];
  const slugs = ['news', 'Tips', null];
  const made = await Promise.all(slugs.map((slug) => categories.create({ data: { slug } })));
  for (let at = 0; at < 8; at += 1) {
    const title = ['Élan', 'a_b', '100%', null][at % 4] ?? null;
    const words = at % 3 === 0 ? null : at * 100;
    const category = at < 2 ? undefined : made[at % 3];
    const { documentId } = await articles.create({
      data: { title, words, category: category?.documentId },
    });
    all.push({ documentId, title, words, category: (category?.slug ?? null) as string | null });
  }
  return all;
};

const addActivities = async (
  site: TestSite,
  { seed, ids, items }: { seed: number; ids: number[]; items: string[] }
): Promise<void> => {
  const drawn = draw(seed, values.activity(ids, items), 400);
  await activities(site.strapi).append(
    drawn.map(({ at, item, ...activity }, place) => ({
      ...{ ...activity, eventId: `e${place}`, occurredAt: at },
      ...(item ? { itemDocumentId: item, itemUid: 'api::article.article' } : {}),
    }))
  );
};

/** A tree of three, one beside it, and one that is nobody's. */
const addAccounts = async (
  site: TestSite,
  contacts: Entry[]
): Promise<Pick<NaiveWorld, 'accounts' | 'memberships'>> => {
  const { newAccount, newRole, newStatus, join } = accountsOf(site);
  const roles = [await newRole('buyer'), await newRole('boss'), null];
  const good = await newStatus('good');
  const made: Entry[] = [];
  const parents = [null, 0, 1, null, 0];
  const industries = ['Steel', 'steel works', null, 'Élan', 'Tea'];
  const accounts: NaiveWorld['accounts'] = [];
  for (const [at, parent] of parents.entries()) {
    const above = parent === null ? undefined : made[parent];
    const [industry = null, employees, status] = [
      industries[at],
      at === 1 ? null : at * 10,
      at % 2 === 0,
    ];
    const account = await newAccount(`Account ${at}`, {
      ...{ industry, employees, parent: above?.documentId },
      ...(status ? { status: good.documentId } : {}),
    });
    made.push(account);
    accounts.push({
      ...{ id: account.id, documentId: account.documentId, parentId: above?.id ?? null },
      ...{ industry, employees, status: status ? 'good' : null },
    });
  }
  const memberships: NaiveWorld['memberships'] = [];
  for (const [at, contact] of contacts.slice(0, 30).entries()) {
    for (const place of new Set([at % 5, (at * 3) % 4])) {
      const role = roles[(at + place) % 3] ?? null;
      const until =
        [null, null, '2026-03-29', '2026-03-31', '2026-02-01'][(at + place) % 5] ?? null;
      const account = made[place] as Entry;
      await join(account, contact, { role: role?.documentId, until });
      memberships.push({
        ...{ contactId: contact.id, accountId: account.id, until },
        role: (role?.name ?? null) as string | null,
      });
    }
  }
  return { accounts, memberships };
};

const addGroups = async (site: TestSite, contacts: Entry[]): Promise<NaiveWorld['groups']> => {
  const groups = groupsOf(site);
  const vip = await groups.newGroup('vip');
  const inside = contacts.filter((_one, at) => at % 5 === 2);
  await groups.service().add(vip.documentId, { contacts: inside.map((one) => one.documentId) });
  await groups.newGroup('nobody');
  return { vip: inside.map(({ id }) => id), nobody: [] };
};

/** Of two scores; every third contact has none of the one. */
const addTotals = async (
  site: TestSite,
  seed: number,
  ids: number[]
): Promise<NaiveWorld['totals']> => {
  const { connection } = site.strapi.db;
  await connection(SCORES_TABLE).insert(
    ['fit', 'heat'].map((name) => ({ document_id: name, name }))
  );
  const scores = await connection(SCORES_TABLE).select('id', 'name');
  const drawn = draw(seed, values.total, 2 * ids.length);
  const totals = (scores as { id: number; name: string }[]).flatMap(({ id, name }, place) =>
    ids.flatMap((contactId, at) =>
      name === 'fit' && at % 3 === 0
        ? []
        : [{ scoreId: id, contactId, score: name, total: drawn[2 * at + place] as number }]
    )
  );
  await connection(TOTALS_TABLE).insert(
    totals.map(({ scoreId, contactId, total }) => ({
      ...{ score_id: scoreId, contact_id: contactId, total },
    }))
  );
  return totals;
};

const TEXTS = ['firstName', 'jobTitle', 'companyName', 'email', 'country'];

const readContacts = async (site: TestSite): Promise<NaiveContact[]> => {
  const rows = await site.strapi.db.query(CONTACT_UID).findMany({ populate: ['status'] });
  return (rows as Entry[]).map((row) => ({
    id: row.id,
    text: Object.fromEntries(TEXTS.map((name) => [name, (row[name] ?? null) as string | null])),
    score: row.score as number | null,
    shoeSize: row.shoeSize === null ? null : Number(row.shoeSize),
    birthday: row.birthday as string | null,
    lastCall: row.lastCall ? Date.parse(row.lastCall as string) : null,
    monitored: row.monitored as boolean | null,
    state: row.state as string,
    gender: row.gender as string | null,
    status: (row.status as { name: string } | null)?.name ?? null,
    tags: (row.tags ?? []) as string[],
    custom: (row.customFields ?? {}) as Record<string, unknown>,
  }));
};

const readActivities = async (site: TestSite): Promise<NaiveWorld['activities']> => {
  const rows: Record<string, unknown>[] = await site.strapi.db.getConnection('cm_activities');
  return rows.map((row) => ({
    ...{ contactId: Number(row.contact_id), type: row.type as string, at: Number(row.occurred_at) },
    ...{ url: row.url as string | null, title: row.title as string | null },
    country: row.country as string | null,
    value: row.value === null ? null : Number(row.value),
    item: row.item_document_id as string | null,
    data: (typeof row.data === 'string'
      ? JSON.parse(row.data)
      : row.data) as NaiveWorld['activities'][0]['data'],
  }));
};
