/** From a condition as an editor saves it to the contacts that match, on a real database. */
import { conditions, type Condition } from '../../../server/src/modules/conditions';
import { activities } from '../../../server/src/modules/activities';
import { accountsOf } from '../../support/accounts';
import type { Entry } from '../../support/documents';
import { groupsOf } from '../../support/groups';
import { startSite, type TestSite } from '../../support/strapi';

let site: TestSite;
let ann: Entry, ben: Entry, cyd: Entry, dan: Entry;
const DAY = 86_400_000;
const NOW = Date.parse('2026-06-15T12:00:00Z');

const named = (ids: number[]) =>
  ids
    .map((id) => [ann, ben, cyd, dan].find((one) => one.id === id)?.firstName as string)
    .sort()
    .join(' ');

const who = async (input: unknown, scope?: number[]): Promise<string> => {
  const service = conditions(site.strapi);
  const condition = service.parse(input);
  return named(
    await service.matching(condition, { now: NOW, timeZone: 'UTC', scope }).pluck('c.id')
  );
};

const did = (contact: Entry, type: string, daysAgo: number, more: object = {}) =>
  activities(site.strapi).append([
    {
      eventId: `${contact.documentId}-${type}-${daysAgo}`,
      contactId: contact.id,
      type,
      occurredAt: NOW - daysAgo * DAY,
      ...more,
    },
  ]);

beforeAll(async () => {
  site = await startSite();
  const { newContact, newAccount, join } = accountsOf(site);
  ann = await newContact({
    firstName: 'Ann',
    email: 'ann@a.test',
    country: 'CZ',
    state: 'client',
    birthday: '1990-06-20',
    tags: ['VIP', 'new'],
  });
  ben = await newContact({
    firstName: 'Ben',
    email: 'ben@b.test',
    country: 'SK',
    state: 'partner',
  });
  cyd = await newContact({ firstName: 'Cyd', companyName: '100% Élan' });
  dan = await newContact({ firstName: 'Dan', country: 'DE' });
  const acme = await newAccount('Acme', { industry: 'Steel' });
  await join(acme, ann);
  await join(acme, cyd);
  await did(ann, 'purchase', 3, { value: 120, url: 'https://s.test/Shop' });
  await did(ann, 'purchase', 20, { value: 30, data: { plan: 'Gold', seats: 4, paid: true } });
  await did(ben, 'purchase', 40, { value: 500 });
  await did(cyd, 'pagevisit', 1, { url: 'https://s.test/pricing?x=1' });
  const groups = groupsOf(site);
  const vip = await groups.newGroup('vip');
  await groups.service().add(vip.documentId, { contacts: [dan.documentId] });
});

afterAll(() => site.stop());

const purchase = { type: 'activity', activity: 'purchase' };

describe('who matches', () => {
  const cases: [string, unknown, string][] = [
    [
      'a country',
      { type: 'attribute', field: 'country', operator: 'in', value: ['cz', 'SK'] },
      'Ann Ben',
    ],
    [
      'all but a country',
      { type: 'attribute', field: 'country', operator: 'ne', value: 'CZ' },
      'Ben Cyd Dan',
    ],
    [
      'a denied country',
      { type: 'not', rule: { type: 'attribute', field: 'country', operator: 'eq', value: 'CZ' } },
      'Ben Cyd Dan',
    ],
    [
      'text without case',
      { type: 'attribute', field: 'companyName', operator: 'contains', value: '100% éLAN' },
      'Cyd',
    ],
    [
      'a percent sign',
      { type: 'attribute', field: 'firstName', operator: 'contains', value: '%' },
      '',
    ],
    [
      'a pattern',
      { type: 'attribute', field: 'firstName', operator: 'matches', value: '?a*' },
      'Dan',
    ],
    ['a shorthand', { type: 'state', value: 'partner' }, 'Ben'],
    ['a tag', { type: 'tag', operator: 'in', value: ['vip'] }, 'Ann'],
    ['no tag', { type: 'tag', operator: 'notIn', value: ['vip'] }, 'Ben Cyd Dan'],
    [
      'an anniversary',
      {
        type: 'attribute',
        field: 'birthday',
        operator: 'anniversaryIn',
        value: { last: 7, unit: 'days' },
      },
      'Ann',
    ],
    [
      'twice in a month',
      { ...purchase, operator: 'atLeast', count: 2, window: { last: 30, unit: 'days' } },
      'Ann',
    ],
    ['at most once', { ...purchase, operator: 'atMost', count: 1 }, 'Ben Cyd Dan'],
    [
      'never',
      { ...purchase, operator: 'never', window: { last: 30, unit: 'days' } },
      'Ben Cyd Dan',
    ],
    ['a sum', { ...purchase, operator: 'atLeast', measure: 'sum', value: 150 }, 'Ann Ben'],
    ['a small sum', { ...purchase, operator: 'atMost', measure: 'sum', value: 150 }, 'Ann Cyd Dan'],
    [
      'a path of data',
      {
        ...purchase,
        operator: 'atLeast',
        count: 1,
        where: [
          { field: 'data.seats', operator: 'gte', value: 3.5 },
          { field: 'data.plan', operator: 'eq', value: 'gold' },
          { field: 'data.paid', operator: 'is', value: true },
        ],
      },
      'Ann',
    ],
    [
      'a page',
      {
        type: 'activity',
        activity: 'pagevisit',
        operator: 'atLeast',
        count: 1,
        where: [{ field: 'url', operator: 'startsWith', value: 'https://s.test/PRICING' }],
      },
      'Cyd',
    ],
    [
      'an exact page',
      {
        ...purchase,
        operator: 'atLeast',
        count: 1,
        where: [{ field: 'url', operator: 'eq', value: 'https://s.test/Shop#top' }],
      },
      'Ann',
    ],
    [
      'a sequence',
      {
        type: 'sequence',
        first: { activity: 'purchase' },
        then: { activity: 'purchase' },
        withinDays: 20,
      },
      'Ann',
    ],
    [
      'an account',
      { type: 'account', where: [{ field: 'industry', operator: 'eq', value: 'steel' }] },
      'Ann Cyd',
    ],
    [
      'what an account did',
      { type: 'accountActivity', activity: 'purchase', operator: 'atLeast', count: 2 },
      'Ann Cyd',
    ],
    [
      'what an account did too rarely',
      {
        type: 'accountActivity',
        activity: 'purchase',
        operator: 'lessThanBefore',
        window: { last: 10, unit: 'days' },
      },
      '',
    ],
    ['a group', { type: 'group', group: 'VIP' }, 'Dan'],
    [
      'a group or an activity',
      {
        type: 'any',
        rules: [
          { type: 'group', group: 'vip' },
          { ...purchase, operator: 'atLeast', count: 1 },
        ],
      },
      'Ann Ben Dan',
    ],
    [
      'neither of two',
      {
        type: 'not',
        rule: {
          type: 'any',
          rules: [
            { type: 'group', group: 'vip' },
            { ...purchase, operator: 'atLeast', count: 1 },
          ],
        },
      },
      'Cyd',
    ],
    ['consent', { type: 'consent', purpose: 'email', operator: 'lacks' }, 'Ann Ben Cyd Dan'],
    [
      'the calendar',
      { type: 'time', weekdays: [1], hours: { from: 9, to: 17 } },
      'Ann Ben Cyd Dan',
    ],
    ['another day', { type: 'time', weekdays: [2] }, ''],
  ];

  it.each(cases)('%s', async (_what, condition, expected) => {
    expect(await who(condition)).toBe(expected);
    const scoped = await who(condition, [ann.id, dan.id]);
    expect(scoped).toBe(
      expected
        .split(' ')
        .filter((name) => name === 'Ann' || name === 'Dan')
        .join(' ')
    );
  });

  it('is explained node by node', async () => {
    const service = conditions(site.strapi);
    const condition: Condition = service.parse({
      type: 'all',
      rules: [
        { type: 'attribute', field: 'country', operator: 'in', value: ['CZ', 'SK'] },
        { ...purchase, operator: 'atLeast', count: 2 },
        { type: 'not', rule: { type: 'state', value: ['partner'] } },
      ],
    });
    const explained = await service.explain(condition, ben.id, { now: NOW, timeZone: 'UTC' });
    expect(explained).toMatchObject({
      verdict: false,
      rules: [
        { verdict: true, path: 'rules[0]', evidence: { text: 'It is SK', value: 'SK' } },
        { verdict: false, evidence: { activities: { count: 1 } } },
        { verdict: false, rules: [{ verdict: true, path: 'rules[2].rule' }] },
      ],
    });
    const preview = await service.preview(condition, { now: NOW });
    expect(preview).toMatchObject({ count: 1, exact: true, sample: [{ displayName: 'Ann' }] });
    expect(preview.text).toBe(
      'Contacts who: country is CZ or SK, and did “purchase” at least 2 times, and not (state is partner)'
    );
  });
});
