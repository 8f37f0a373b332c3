/** Where totals are seen: the list of contacts, the score's own page, an account; and what merging does. */
import { accountsOf } from '../../support/accounts';
import { adminWith, asAdmin } from '../../support/admin-roles';
import type { Entry } from '../../support/documents';
import { groupsOf } from '../../support/groups';
import { onActivity, scoresOf } from '../../support/scores';
import { startSite, type TestSite } from '../../support/strapi';

let site: TestSite;
let score: Entry, ann: Entry, ben: Entry, cyd: Entry;

const on = () => ({ ...accountsOf(site), ...scoresOf(site) });

const get = async (path: string) =>
  (await site.http.get(`/contact-management${path}`).set(asAdmin(site.adminToken)).expect(200))
    .body;

beforeAll(async () => {
  site = await startSite();
  score = await on().newScore('interest', [
    onActivity('download', { points: 10, recurring: true }),
    onActivity('unsubscription', { points: -5 }),
  ]);
  ann = await on().newContact({ firstName: 'Ann' });
  ben = await on().newContact({ firstName: 'Ben' });
  cyd = await on().newContact({ firstName: 'Cyd' });
  for (let times = 0; times < 3; times += 1) await on().did(ann, 'download', { title: 'Prices' });
  await on().did(ben, 'unsubscription');
  await on().settled();
});
afterAll(() => site.stop());

const names = ({ data }: { data: { displayName: string }[] }) =>
  data.map(({ displayName }) => displayName).sort();

it('narrows the list of contacts by a score', async () => {
  const listed = async (range: string) => names(await get(`/contacts?score=interest:${range}`));
  expect(await listed('30..')).toEqual(['Ann']);
  expect(await listed('0..29')).toEqual(['Cyd']);
  expect(await listed('..0')).toEqual(['Ben', 'Cyd']);
  expect(await listed('-5..-5')).toEqual(['Ben']);
  expect(names(await get('/contacts?score=interest:30..,interest:..-1'))).toEqual(['Ann', 'Ben']);
  expect(names(await get('/contacts?score=unknown:..5'))).toEqual([]);
});

it.each(['interest', 'interest:', 'interest:..', ':1..2', 'interest:5..1', "interest:1' or 1=1.."])(
  'refuses the range %s',
  async (range) => {
    await site.http
      .get(`/contact-management/contacts`)
      .query({ score: range })
      .set(asAdmin(site.adminToken))
      .expect(400);
  }
);

it('names what somebody did to those who may see activities', async () => {
  const may = ['scores.read', 'contacts.read'];
  const awards = async (token: string) => {
    const path = `/contact-management/contacts/${ann.documentId}/scores`;
    const { body } = await site.http.get(path).set(asAdmin(token)).expect(200);
    return body.data[0].awards;
  };
  const did = { activity: { type: 'download' }, reason: 'Rule 1: Prices' };
  expect((await awards(await adminWith(site, ...may, 'activities.read')))[0]).toMatchObject(did);
  const told = await awards(await adminWith(site, ...may));
  expect(told).toHaveLength(3);
  expect(told[0]).toMatchObject({ activity: null, reason: 'Rule 1', points: 10 });
});

it('shows totals as a column of the list, and sorts by the main one', async () => {
  const { data } = await get('/contacts?with=scores&sort=score:desc');
  expect(
    data.map(({ displayName, score: main, scores }: Record<string, unknown>) => [
      displayName,
      main,
      scores,
    ])
  ).toEqual([
    ['Ann', 30, { interest: 30 }],
    ['Cyd', 0, null],
    ['Ben', -5, { interest: -5 }],
  ]);
});

it('lists scores, who has the most, and how many have how much', async () => {
  const { data } = await get('/scores');
  expect(data).toMatchObject([{ name: 'interest', contacts: 2, highest: 30, isMain: true }]);
  const path = `/scores/${score.documentId}`;
  const first = await get(`${path}/contacts?pageSize=1`);
  expect(first.data).toEqual([
    { contact: { documentId: ann.documentId, displayName: 'Ann', email: null }, total: 30 },
  ]);
  const second = await get(`${path}/contacts?pageSize=1&cursor=${first.meta.nextCursor}`);
  expect(second.data).toMatchObject([{ contact: { displayName: 'Ben' }, total: -5 }]);
  const { data: spread } = await get(`${path}/distribution`);
  expect(spread).toMatchObject({ contacts: 2, average: 12.5, highest: 30 });
  const bars = spread.bars as { from: number; to: number; contacts: number }[];
  expect(bars.filter(({ contacts }) => contacts > 0)).toEqual([
    { from: -6, to: -4, contacts: 1 },
    { from: 30, to: 32, contacts: 1 },
  ]);
});

it('sums up an account, alone and with what is below it', async () => {
  const parent = await on().newAccount('Holding');
  const below = await on().newAccount('Acme', { parent: parent.documentId });
  await on().join(parent, cyd);
  await on().join(below, ann);
  await on().join(below, ben);
  const of = async (account: Entry, query = '') =>
    (await get(`/accounts/${account.documentId}/scores${query}`)).data[0];
  expect(await of(parent)).toMatchObject({ rollUp: 'sum', value: 0, people: 1, scored: 0 });
  expect(await of(parent, '?subsidiaries=true')).toMatchObject({ value: 25, people: 3, scored: 2 });
  await on().update(score, { accountRollUp: 'max' });
  expect(await of(below)).toMatchObject({ rollUp: 'max', value: 30 });
  await on().update(score, { accountRollUp: 'average' });
  expect(await of(parent, '?subsidiaries=true')).toMatchObject({ value: 8.33 });
});

it('tells a site what a contact has, and not by which rules scores work', async () => {
  const asSite = (path: string) =>
    site.http
      .get(`/api/contact-management${path}`)
      .set('Authorization', `Bearer ${site.apiToken}`)
      .expect(200);
  const { body } = await asSite(`/contacts/${ann.documentId}/scores`);
  expect(body.data).toMatchObject([{ score: { name: 'interest' }, total: 30 }]);
  expect(body.data[0].awards).toHaveLength(3);
  const { body: listed } = await asSite('/scores');
  expect(listed.data[0]).not.toHaveProperty('rules');
  expect(listed.data[0]).not.toHaveProperty('thresholds');
  for (const filters of ['filters[scores]=interest:30..', 'filters[score][$gte]=30']) {
    const { body: found } = await asSite(`/contacts?${filters}`);
    expect(found.data).toMatchObject([{ documentId: ann.documentId }]);
  }
});

it('follows rules that change, are switched off and go', async () => {
  const rules = (score.rules as { points: number }[]).map((rule) => ({ ...rule }));
  const [downloads, unsubscription] = rules;
  await on().update(score, { rules: [{ ...downloads, points: 4, cap: 2 }, unsubscription] });
  expect(await on().total(score, ann)).toBe(8);
  await on().update(score, { rules: [{ ...downloads, enabled: false }, unsubscription] });
  expect([await on().total(score, ann), await on().total(score, ben)]).toEqual([0, -5]);
  await on().update(score, { enabled: false });
  expect(await on().total(score, ben)).toBe(0);
  await on().update(score, { enabled: true, rules });
  expect([await on().total(score, ann), await on().total(score, ben)]).toEqual([30, -5]);
});

it('works the points of joined contacts out from both histories', async () => {
  const once = await on().newScore('once', [onActivity('download', { points: 100 })]);
  const [from, into] = [
    await on().newContact({ firstName: 'Dan' }),
    await on().newContact({ firstName: 'Dana' }),
  ];
  await on().did(from, 'download');
  await on().did(into, 'download');
  await on().settled();
  await groupsOf(site).merge(from, into);
  await on().settled();
  expect([await on().total(score, into), await on().total(once, into)]).toEqual([20, 100]);
  expect(await on().awards(from)).toEqual([]);
});
