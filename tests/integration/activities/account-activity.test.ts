/** What the people of an account did: the timeline of all of them, the figures, and the totals these come from. */
import { randomUUID } from 'node:crypto';
import type { AccountScope } from '../../../server/src/modules/accounts';
import { activities } from '../../../server/src/modules/activities';
import { readEngagement } from '../../../server/src/modules/activities/accounts/engagement';
import { findAmongFew } from '../../../server/src/modules/activities/accounts/find-among-few';
import { findAmongMany } from '../../../server/src/modules/activities/accounts/find-among-many';
import type {
  AccountActivityPage,
  AccountSummary,
} from '../../../server/src/modules/activities/contract';
import { toPage } from '../../../server/src/modules/activities/timeline';
import { activityTotals } from '../../../server/src/modules/activities/totals/service';
import { contacts } from '../../../server/src/modules/contacts';
import { mergeContacts } from '../../../server/src/modules/identity/merge';
import { accountsOf } from '../../support/accounts';
import { countActivities, expectTrueTotals, keptTotals } from '../../support/activity-totals';
import type { Entry } from '../../support/documents';
import { startSite, type TestSite } from '../../support/strapi';

jest.setTimeout(180_000);

const DAY = 86_400_000;
const NOW = Date.now();
let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

const on = () => accountsOf(site);
const person = (name: string): Promise<Entry> => on().newContact({ email: `${name}@people.test` });
const did = (contact: Entry, type: string, daysAgo: number, value: number | null = null) =>
  activities(site.strapi).append([
    {
      eventId: randomUUID(),
      contactId: contact.id,
      type,
      occurredAt: NOW - Math.round(daysAgo * DAY),
      value,
    },
  ]);
const get = (path: string, token = site.apiToken) =>
  site.http.get(`/api/contact-management${path}`).set('authorization', `Bearer ${token}`);
const counted = () => countActivities(site);
const summary = async (account: Entry, query = ''): Promise<AccountSummary> => {
  await counted();
  const { body } = await get(`/accounts/${account.documentId}/summary?${query}`).expect(200);
  return body.data as AccountSummary;
};
const timeline = async (account: Entry, query = ''): Promise<AccountActivityPage> => {
  const { body } = await get(`/accounts/${account.documentId}/activities?${query}`).expect(200);
  return body as AccountActivityPage;
};
/** `ann login`, newest first, without what buying changes by itself. */
const lines = async (account: Entry, query = ''): Promise<string[]> =>
  (await timeline(account, query)).data
    .filter(({ type }) => type !== 'statechange')
    .map(({ contact, type }) => `${String(contact.email).replace('@people.test', '')} ${type}`);

const countOf = async (contact: Entry) =>
  (await keptTotals(site)).find(([id]) => id === contact.id)?.[1];

describe('what the people of an account did', () => {
  let holding: Entry;
  let branch: Entry;
  let ann: Entry;
  beforeAll(async () => {
    holding = await on().newAccount('Holding');
    branch = await on().newAccount('Branch', { parent: holding.documentId });
    const [bob, cleo, gone] = [await person('bob'), await person('cleo'), await person('gone')];
    ann = await person('ann');
    await on().join(holding, ann);
    await on().join(branch, ann);
    await on().join(branch, cleo);
    await on().join(holding, bob, { until: '2020-01-01' });
    await on().join(branch, gone);
    await did(ann, 'login', 1);
    await did(bob, 'purchase', 2, 500);
    await did(cleo, 'purchase', 3, 20.25);
    await did(ann, 'download', 50);
    await did(gone, 'login', 0.5);
    await contacts(site.strapi).erase([gone.documentId]);
    await did(await person('stranger'), 'purchase', 1, 1_000);
  });

  it('is told newest first, of current members, with who it was', async () => {
    expect(await lines(holding)).toEqual(['ann login', 'ann download']);
    expect(await lines(holding, 'former=true')).toEqual([
      'ann login',
      'bob purchase',
      'ann download',
    ]);
    expect(await lines(branch)).toEqual(['ann login', 'cleo purchase', 'ann download']);
    const { data } = await timeline(branch, 'types=purchase');
    expect(data[0]).toMatchObject({
      value: 20.25,
      contact: { displayName: 'cleo@people.test', email: 'cleo@people.test' },
    });
  });

  it('is told once of everybody in the accounts below', async () => {
    const all = ['ann login', 'cleo purchase', 'ann download'];
    expect(await lines(holding, 'subsidiaries=true')).toEqual(all);
  });

  it('is narrowed by type and time', async () => {
    const ago = (days: number) => new Date(NOW - days * DAY).toISOString();
    const all = 'subsidiaries=true&former=true';
    expect(await lines(holding, `${all}&types=purchase`)).toEqual([
      'bob purchase',
      'cleo purchase',
    ]);
    expect(await lines(holding, `${all}&types=call`)).toEqual([]);
    expect(await lines(holding, `${all}&from=${ago(3)}&to=${ago(1)}`)).toEqual([
      'bob purchase',
      'cleo purchase',
    ]);
  });

  it('leads through its pages to the end', async () => {
    const all = await timeline(holding, 'subsidiaries=true&former=true');
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = `subsidiaries=true&former=true&limit=1&cursor=${cursor}`;
      const page = await timeline(holding, query);
      seen.push(...page.data.map(({ eventId }) => eventId));
      cursor = page.meta.nextCursor;
    }
    expect(seen).toEqual(all.data.map(({ eventId }) => eventId));
    expect(seen.length).toBeGreaterThan(4);
  });

  it('comes to figures, of the account alone or with what is below it', async () => {
    const alone = await summary(holding);
    expect(alone).toMatchObject({
      contacts: { current: 1, former: 1, active: 1 },
      subsidiaries: 1,
      activities: 2,
      purchases: 0,
      purchasedValue: 0,
      lastActivityAt: new Date(NOW - DAY).toISOString(),
    });
    const together = await summary(holding, 'subsidiaries=true');
    expect(together).toMatchObject({
      contacts: { current: 2, former: 1, active: 2 },
      purchases: 1,
      purchasedValue: 20.25,
    });
    // The state of a buyer changes as well.
    expect(together.activities).toBe(4);
    expect(Date.parse(String(together.countedAt))).toBeGreaterThan(NOW - DAY);
  });

  it('is more, less or the same as in the month before', async () => {
    const same = { trend: 'flat', recent: 1, before: 1, people: 1 };
    expect((await summary(holding)).engagement).toEqual(same);
    const { engagement } = await summary(holding, 'subsidiaries=true');
    // A purchase, the state it changes, and a login; bob was a member once.
    expect(engagement).toEqual({ trend: 'up', recent: 3, before: 1, people: 2 });
    const [asleep, gone] = [await on().newAccount('Asleep'), await on().newAccount('Gone')];
    const [dora, emil] = [await person('dora'), await person('emil')];
    await on().join(asleep, dora);
    await on().join(gone, emil);
    for (const daysAgo of [31, 59, 61, 29]) await did(dora, 'login', daysAgo);
    await did(emil, 'login', 61);
    expect((await summary(asleep)).engagement).toMatchObject({ trend: 'falling', before: 2 });
    expect((await summary(gone)).engagement).toBeNull();
  });

  it('is worked out from an even sample where many did something', async () => {
    const crowd = await on().newAccount('Crowd');
    const people = [await person('pip'), await person('quinn'), await person('rosa')];
    for (const one of people) {
      await on().join(crowd, one);
      await did(one, 'login', 1);
    }
    await counted();
    const scope = { accountId: crowd.id, subsidiaries: false };
    const everybody = await readEngagement(site.strapi, scope, people.length);
    expect(everybody?.people).toBe(people.length);
    const sample = await readEngagement(site.strapi, scope, 1_000);
    expect(sample?.people).toBe(people.filter(({ id }) => id % 2 === 0).length);
  });

  it('comes to nothing where nobody is', async () => {
    const empty = await on().newAccount('Empty');
    expect(await timeline(empty)).toEqual({ data: [], meta: { nextCursor: null } });
    expect(await summary(empty)).toMatchObject({
      contacts: { current: 0, former: 0, active: 0 },
      activities: 0,
      purchasedValue: 0,
      lastActivityAt: null,
      engagement: null,
    });
  });

  it('is nobody’s without a token or with one that may not, and not found for a stranger', async () => {
    const paths = ['activities', 'summary'].map((part) => [
      `/accounts/${holding.documentId}/${part}`,
      `/accounts/nobody/${part}`,
      `plugin::contact-management.account-activities.${part.replace('activities', 'timeline')}`,
    ]);
    const tokens = site.strapi.service('admin::api-token');
    const tokenWith = async (...permissions: string[]): Promise<string> => {
      const rest = { type: 'custom', lifespan: null, description: '' };
      return (await tokens.create({ name: randomUUID(), ...rest, permissions })).accessKey;
    };
    const other = await tokenWith('plugin::contact-management.account.find');
    for (const [path = '', unknown = '', permission = ''] of paths) {
      await site.http.get(`/api/contact-management${path}`).expect(403);
      await get(path, other).expect(403);
      await get(path, await tokenWith(permission)).expect(200);
      await get(unknown).expect(404);
    }
  });

  it.each([
    ['activities', 'cursor=nothing'],
    ['activities', 'limit=101'],
    ['activities', 'from=yesterday'],
    ['activities', 'former=maybe'],
    ['activities', 'subsidiaries=maybe'],
    ['summary', 'subsidiaries=maybe'],
  ])('is not told for a bad question: %s?%s', async (part, query) => {
    const { body } = await get(`/accounts/${holding.documentId}/${part}?${query}`).expect(400);
    expect(body.error.message).toMatch(/\w+ \w+/);
  });

  it('is the same however many there are', async () => {
    const account = await on().newAccount('Crowd');
    const crowd = await Promise.all(Array.from({ length: 12 }, (_, at) => person(`crowd-${at}`)));
    for (const one of crowd) await on().join(account, one);
    const types = ['login', 'call', 'pagevisit', 'download'];
    // Some at the same moment, many days apart, and one still to come.
    const events = Array.from({ length: 90 }, (_, at) => ({
      eventId: `crowd-${at}`,
      contactId: crowd[(at * 7) % 11]?.id ?? null,
      type: String(types[at % types.length]),
      occurredAt: NOW - (at % 3 === 0 ? Math.floor(at / 9) * DAY : at ** 3 * 2_000),
    }));
    const meeting = { ...events[0], eventId: 'soon', type: 'meeting', occurredAt: NOW + 5 * DAY };
    await activities(site.strapi).append([...events, meeting] as typeof events);
    const scope: AccountScope = { accountId: account.id, subsidiaries: false };
    const walk = async (find: typeof findAmongFew, filter: object) => {
      const seen: number[] = [];
      let cursor: string | undefined;
      do {
        const query = { ...scope, former: false, countedTo: 0, limit: 7, cursor, ...filter };
        const { rows, meta } = toPage(await find(site.strapi, query), 7);
        seen.push(...rows.map(({ id }) => Number(id)));
        cursor = meta.nextCursor ?? undefined;
      } while (cursor);
      return seen;
    };
    const { connection } = site.strapi.db;
    for (const filter of [
      {},
      { types: ['call', 'login'] },
      { from: NOW - 5 * DAY, to: NOW - DAY },
      { to: NOW + 9 * DAY },
    ]) {
      const expected = connection('cm_activities')
        .whereIn(
          'contact_id',
          crowd.map(({ id }) => id)
        )
        .orderBy([
          { column: 'occurred_at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ]);
      if (filter.types) void expected.whereIn('type', filter.types);
      if (filter.from) void expected.where('occurred_at', '>=', filter.from);
      if (filter.to) void expected.where('occurred_at', '<', filter.to);
      const ids = ((await expected.pluck('id')) as unknown[]).map(Number);
      expect(ids.length).toBeGreaterThan(20);
      expect(await walk(findAmongFew, filter)).toEqual(ids);
      expect(await walk(findAmongMany, filter)).toEqual(ids);
    }
  });
});

describe('the totals of contacts', () => {
  const merge = ({ from, into }: { from: Entry; into: Entry }) =>
    site.strapi.db.transaction(async ({ trx }) => {
      const move = { from: from.id, into: into.id, reason: 'test', by: 'test', at: NOW };
      await mergeContacts(site.strapi, trx as never, move);
    });

  it('follow activities to the contact that they are merged into', async () => {
    const account = await on().newAccount('Merged');
    const [gone, stays] = [await person('merged-gone'), await person('merged-stays')];
    await on().join(account, gone);
    await did(gone, 'login', 4);
    await did(stays, 'login', 9);
    await counted();
    await did(gone, 'purchase', 3, 7);
    await merge({ from: gone, into: stays });
    await expectTrueTotals(site);
    expect(await summary(account)).toMatchObject({ activities: 4, purchasedValue: 7 });
    expect(await lines(account)).toEqual([
      'merged-stays purchase',
      'merged-stays login',
      'merged-stays login',
    ]);
  });

  it('go with an erased contact', async () => {
    const one = await person('erased');
    await did(one, 'login', 1);
    await counted();
    await contacts(site.strapi).erase([one.documentId]);
    await expectTrueTotals(site);
    expect(await countOf(one)).toBeUndefined();
  });

  /** Ids are given out when rows are written, and not in the order in which they are committed. */
  it('miss no activity whose id is smaller than that of one committed before it', async () => {
    const [early, late] = [await person('early'), await person('late')];
    await expectTrueTotals(site);
    const { connection } = site.strapi.db;
    const row = (contact: Entry, eventId: string) => ({
      event_id: eventId,
      contact_id: contact.id,
      type: 'login',
      occurred_at: NOW,
      received_at: NOW,
    });
    const slow = await connection.transaction();
    await slow('cm_activities').insert(row(late, 'slow'));
    // SQLite lets one write at a time.
    const second = connection('cm_activities').insert(row(early, 'fast'));
    if (site.database.kind === 'sqlite') {
      await slow.commit();
      await second;
    } else {
      await second;
      await counted();
      await slow.commit();
    }
    await expectTrueTotals(site);
    expect([await countOf(early), await countOf(late)]).toEqual([1, 1]);
  });

  it('are true when contacts are written to, merged, erased and counted at once', async () => {
    const many = await Promise.all(Array.from({ length: 24 }, (_, at) => person(`busy-${at}`)));
    let isWriting = true;
    const writers = many.map(async (contact, at) => {
      for (let day = 1; day <= 12; day += 1) await did(contact, 'purchase', day, at + 0.5);
    });
    const merging = async () => {
      for (let at = 0; at < 16; at += 2) {
        const [from, into] = [many[at], many[at + 1]];
        if (from && into) await merge({ from, into });
      }
    };
    const erasing = async () => {
      for (const { documentId } of many.slice(20)) await contacts(site.strapi).erase([documentId]);
    };
    const counting = async () => {
      while (isWriting) await counted();
    };
    const [counts] = [counting()];
    await Promise.all([...writers, merging(), erasing()]);
    isWriting = false;
    await counts;
    await expectTrueTotals(site);
  });

  it('are counted anew from the start', async () => {
    await activityTotals(site.strapi).startOver();
    expect(await keptTotals(site)).toEqual([]);
    await expectTrueTotals(site);
    expect(await keptTotals(site)).not.toEqual([]);
  });
});
