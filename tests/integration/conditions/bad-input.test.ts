/** Nonsense for every route of conditions, groups by condition, scores and personalisation: never an error of the server. */
import { randomUUID } from 'node:crypto';
import { errors } from '@strapi/utils';
import { conditions } from '../../../server/src/modules/conditions';
import { asAdmin } from '../../support/admin-roles';
import { accountsOf } from '../../support/accounts';
import { BODIES, CONDITIONS, queriesOf, SEGMENTS, VALUES } from '../../support/conditions/nonsense';
import { dynamicOf, inCountry } from '../../support/dynamic-groups';
import { addPersonalContent, PRODUCT } from '../../support/personal-content';
import { onActivity, scoresOf } from '../../support/scores';
import { startSite, type TestSite } from '../../support/strapi';

jest.setTimeout(180_000);

const ONE_OF = 16;

const ADMIN = '/contact-management';
const API = '/api/contact-management';
type Method = 'get' | 'post' | 'put' | 'delete';

let site: TestSite;
let ids: Record<'group' | 'score' | 'contact' | 'account', string>;
beforeAll(async () => {
  site = await startSite({ prepare: addPersonalContent });
  const on = { ...accountsOf(site), ...dynamicOf(site) };
  ids = {
    contact: (await on.newContact({ country: 'CZ' })).documentId,
    account: (await on.newAccount('Acme')).documentId,
    group: (await on.newDynamic('fine', inCountry('CZ'))).documentId,
    score: (await scoresOf(site).newScore('interest', [onActivity('login')])).documentId,
  };
});
afterAll(() => site.stop());

const filled = (path: string) =>
  path.replace(/:(\w+)/g, (_all, name: keyof typeof ids) => ids[name]);

const ask = (method: Method, path: string) =>
  site.http[method](filled(path)).set(
    asAdmin(path.startsWith('/api') ? site.apiToken : site.adminToken)
  );

/** Each way in gets others; the language itself gets all. */
const someOf = (which: number): unknown[] =>
  CONDITIONS.filter((_one, at) => at % ONE_OF === which % ONE_OF);

/** What was answered as if the server were to blame; a number or a few letters of each is enough to see which. */
const failing = async (
  nonsense: unknown[],
  send: (one: unknown) => Promise<{ status: number }>
): Promise<string[]> => {
  const failed: string[] = [];
  for (const one of nonsense) {
    const { status } = await send(one);
    if (status >= 500)
      failed.push(`${status}: ${(JSON.stringify(one) ?? 'undefined').slice(0, 200)}`);
  }
  return failed;
};

const named = () => ({ name: `n-${randomUUID()}`, displayName: 'N' });
const dynamic = (condition: unknown) => ({
  data: { ...named(), kind: 'dynamic', enabled: false, condition },
});
const rules = (...given: unknown[]) => ({ data: { ...named(), enabled: false, rules: given } });
const rule = (more: object) => ({
  name: 'R',
  points: 1,
  on: { kind: 'activity', activity: 'login' },
  ...more,
});

describe('a condition that makes no sense', () => {
  it('is refused with a sentence, or asked', async () => {
    const service = conditions(site.strapi);
    const ask = async (condition: unknown): Promise<{ status: number }> => {
      try {
        await service.matching(service.parse(condition)).limit(1);
        return { status: 200 };
      } catch (error) {
        return { status: error instanceof errors.ValidationError ? 400 : 500 };
      }
    };
    expect(await failing(CONDITIONS, ask)).toEqual([]);
  });

  const sends: [string, Method, (condition: unknown) => object][] = [
    [`${ADMIN}/conditions/preview`, 'post', (condition) => ({ condition })],
    [`${ADMIN}/conditions/explain`, 'post', (condition) => ({ condition, contact: ids.contact })],
    [`${ADMIN}/contact-groups/:group/preview`, 'post', (condition) => ({ condition })],
    [`${ADMIN}/contact-groups`, 'post', dynamic],
    [`${ADMIN}/contact-groups/:group`, 'put', (condition) => ({ data: { condition } })],
    [
      `${ADMIN}/scores`,
      'post',
      (condition) => rules(rule({ on: { kind: 'condition', condition } })),
    ],
    [
      `${ADMIN}/views`,
      'post',
      (condition) => ({
        ...{ kind: 'contacts', name: 'V' },
        query: { condition: JSON.stringify(condition) },
      }),
    ],
    [`${API}/contact-groups/preview`, 'post', (condition) => ({ condition })],
    [`${API}/contact-groups`, 'post', dynamic],
    [
      `/content-manager/collection-types/${PRODUCT}`,
      'post',
      (condition) => ({ name: 'P', audience: { condition } }),
    ],
  ];
  it.each(sends.map((send, at) => [...send, at] as const))(
    'is no error of %s',
    async (path, method, toBody, at) => {
      const send = (condition: unknown) =>
        ask(method, path)
          .set('content-type', 'application/json')
          .send(JSON.stringify(toBody(condition)));
      const nonsense = at === 0 ? CONDITIONS : someOf(at);
      expect(await failing(nonsense, send)).toEqual([]);
    }
  );

  it.each([
    `${ADMIN}/contacts?`,
    `${ADMIN}/contacts/count?`,
    `${API}/contacts?filters%5Bcondition%5D=`,
  ])('is no error in the address of %s', async (path) => {
    const start = path.endsWith('=') ? path : `${path}condition=`;
    const send = (condition: unknown) =>
      ask('get', start + encodeURIComponent((JSON.stringify(condition) ?? '').slice(0, 3_500)));
    expect(await failing(someOf(path.length), send)).toEqual([]);
  });
});

const WRITES: [Method, string][] = [
  ['post', `${ADMIN}/conditions/preview`],
  ['post', `${ADMIN}/conditions/explain`],
  ['post', `${ADMIN}/contact-groups`],
  ['put', `${ADMIN}/contact-groups/:group`],
  ['post', `${ADMIN}/contact-groups/:group/preview`],
  ['post', `${ADMIN}/contact-groups/:group/exclusions`],
  ['post', `${ADMIN}/scores`],
  ['put', `${ADMIN}/scores/:score`],
  ['post', `${ADMIN}/personalisation/preview`],
  ['post', `${API}/contact-groups/preview`],
  ['post', `${API}/contact-groups`],
  ['put', `${API}/contact-groups/:group`],
  ['post', `${API}/scores`],
  ['put', `${API}/scores/:score`],
];

it.each(WRITES)('%s %s takes no body that makes no sense', async (method, path) => {
  const send = (body: unknown) =>
    ask(method, path).set('content-type', 'application/json').send(String(body));
  expect(await failing(BODIES, send)).toEqual([]);
});

describe('a field that makes no sense', () => {
  const groups = [
    'name',
    'displayName',
    'description',
    'enabled',
    'visibleToSite',
    'kind',
    'timeZone',
  ];
  const scores = [
    ...['name', 'displayName', 'description', 'enabled', 'isMain', 'accountRollUp', 'rules'],
    'thresholds',
  ];
  it.each([
    ...groups.map((field) => [`${ADMIN}/contact-groups`, field] as const),
    ...groups.map((field) => [`${API}/contact-groups`, field] as const),
    ...scores.map((field) => [`${ADMIN}/scores`, field] as const),
    ...scores.map((field) => [`${API}/scores`, field] as const),
  ])('is no error of %s: %s', async (path, field) => {
    const base = path.endsWith('scores') ? rules() : dynamic(inCountry('CZ'));
    const send = (value: unknown) =>
      ask('post', path)
        .set('content-type', 'application/json')
        .send(JSON.stringify({ data: { ...base.data, ...named(), [field]: value } }));
    expect(await failing(VALUES, send)).toEqual([]);
  });

  it.each([
    'id',
    'name',
    'points',
    'on',
    'recurring',
    'cap',
    'validFor',
    'until',
    'halfLifeDays',
    'enabled',
  ])('is no error of a rule: %s', async (field) => {
    const send = (value: unknown) =>
      ask('post', `${ADMIN}/scores`)
        .set('content-type', 'application/json')
        .send(JSON.stringify(rules(rule({ [field]: value }))));
    expect(await failing(VALUES, send)).toEqual([]);
  });

  it.each(['id', 'name', 'at', 'emails', 'once'])(
    'is no error of a threshold: %s',
    async (field) => {
      const send = (value: unknown) =>
        ask('post', `${ADMIN}/scores`)
          .set('content-type', 'application/json')
          .send(
            JSON.stringify({
              data: { ...rules().data, thresholds: [{ name: 'T', at: 1, [field]: value }] },
            })
          );
      expect(await failing(VALUES, send)).toEqual([]);
    }
  );

  it.each(['groups', 'match', 'split', 'always', 'fallback', 'slot', 'priority'])(
    'is no error of an audience: %s',
    async (field) => {
      const send = (value: unknown) =>
        ask('post', `/content-manager/collection-types/${PRODUCT}`)
          .set('content-type', 'application/json')
          .send(JSON.stringify({ name: 'P', audience: { [field]: value } }));
      expect(await failing(VALUES, send)).toEqual([]);
    }
  );

  it.each(['uid', 'documentId', 'status', 'locale', 'as'])(
    'is no error of a preview: %s',
    async (field) => {
      const send = (value: unknown) =>
        ask('post', `${ADMIN}/personalisation/preview`)
          .set('content-type', 'application/json')
          .send(
            JSON.stringify({
              uid: PRODUCT,
              documentId: 'nobody',
              as: { group: 'x' },
              [field]: value,
            })
          );
      expect(
        await failing([...VALUES, ...VALUES.map((value) => ({ contact: value }))], send)
      ).toEqual([]);
    }
  );
});

describe('an address that makes no sense', () => {
  it.each<[string, string[]]>([
    [`${ADMIN}/conditions/values`, ['of', 'field', 'q']],
    [`${ADMIN}/contact-groups/:group/history`, ['contact', 'cursor', 'pageSize', 'language']],
    [`${ADMIN}/contact-groups/:group/members`, ['q', 'state', 'cursor', 'pageSize', 'language']],
    [`${ADMIN}/contact-groups/:group/sizes`, ['days']],
    [`${ADMIN}/contact-groups`, ['q', 'kind', 'name', 'cursor', 'pageSize', 'sort']],
    [`${ADMIN}/contacts/:contact/groups`, ['cursor', 'pageSize', 'language']],
    [`${ADMIN}/scores`, ['q', 'pageSize']],
    [`${ADMIN}/scores/:score/contacts`, ['cursor', 'pageSize', 'q']],
    [`${ADMIN}/accounts/:account/scores`, ['subsidiaries']],
    [`${ADMIN}/contacts`, ['condition', 'score', 'group', 'with']],
    [`${ADMIN}/personalisation/splits/x`, ['activity', 'withinDays']],
    [`${API}/contact-groups/:group/members`, ['cursor', 'limit']],
    [`${API}/accounts/:account/scores`, ['subsidiaries']],
    [`${API}/contacts`, ['filters[condition]', 'filters[scores]', 'filters[group]']],
    [`${API}/personalised`, ['uid', 'documentId', 'locale']],
    [`${API}/personalised?uid=${PRODUCT}`, ['&documentId', '&locale']],
    ['/api/products?audience=visitor', ['&audience']],
    ['/cm/me', ['visitor', 'token']],
  ])('is no error of %s', async (path, names) => {
    const start = path.includes('?') ? path : `${path}?`;
    const send = (query: unknown) => ask('get', start + String(query));
    expect(await failing(queriesOf(names), send)).toEqual([]);
  });

  it.each<[Method, string]>([
    ['get', `${ADMIN}/contact-groups/*`],
    ['get', `${ADMIN}/contact-groups/*/history`],
    ['get', `${ADMIN}/contact-groups/*/sizes`],
    ['get', `${ADMIN}/contact-groups/*/used-by`],
    ['post', `${ADMIN}/contact-groups/*/rebuild`],
    ['get', `${ADMIN}/contact-groups/*/explain/x`],
    ['get', `${ADMIN}/contact-groups/:group/explain/*`],
    ['delete', `${ADMIN}/contact-groups/*`],
    ['get', `${ADMIN}/scores/*`],
    ['get', `${ADMIN}/scores/*/contacts`],
    ['get', `${ADMIN}/scores/*/distribution`],
    ['post', `${ADMIN}/scores/*/recompute`],
    ['delete', `${ADMIN}/scores/*`],
    ['get', `${ADMIN}/contacts/*/scores`],
    ['get', `${ADMIN}/accounts/*/scores`],
    ['get', `${ADMIN}/contacts/*/groups`],
    ['get', `${ADMIN}/personalisation/splits/*`],
    ['get', `${API}/contact-groups/*/members`],
    ['get', `${API}/contact-groups/*/explain/x`],
    ['get', `${API}/contact-groups/:group/explain/*`],
    ['get', `${API}/scores/*`],
    ['delete', `${API}/scores/*`],
    ['get', `${API}/contacts/*/scores`],
    ['get', `${API}/accounts/*/scores`],
  ])('is no error of %s %s', async (method, path) => {
    const send = (segment: unknown) => ask(method, path.replace('*', String(segment)));
    expect(await failing(SEGMENTS, send)).toEqual([]);
  });

  it('is no error where a visitor is named', async () => {
    const headers = [...SEGMENTS, 'a.b', `${'x'.repeat(50)}.${'0'.repeat(64)}`, 'x'.repeat(9_000)];
    const send = (visitor: unknown) =>
      ask('get', '/api/products?audience=visitor').set('x-cm-visitor', String(visitor));
    expect(await failing(headers, send)).toEqual([]);
  });
});
