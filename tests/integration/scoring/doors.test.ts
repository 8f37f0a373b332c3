/** What scores refuse, through every door, and what hangs on what. */
import { conditions } from '../../../server/src/modules/conditions';
import { SCORE_UID } from '../../../server/src/modules/scoring';
import { accountsOf } from '../../support/accounts';
import { asAdmin } from '../../support/admin-roles';
import { addGraphql, askGraphql } from '../../support/graphql';
import { groupsOf } from '../../support/groups';
import { country, onActivity, onCondition, scoresOf } from '../../support/scores';
import { startSite, type TestSite } from '../../support/strapi';

let site: TestSite;
beforeAll(async () => {
  site = await startSite({ prepare: addGraphql });
});
afterAll(() => site.stop());

const on = () => ({ ...accountsOf(site), ...scoresOf(site) });

const rule = (more: object = {}) => ({
  name: 'Rule',
  points: 10,
  on: { kind: 'activity', activity: 'purchase' },
  ...more,
});
const asking = (more: object) => rule({ on: more });

const BAD_RULES: [what: string, rules: unknown, path: string][] = [
  ['no list', { a: 1 }, 'rules'],
  ['text', 'many', 'rules'],
  ['no rule', [7], 'rules.0'],
  ['an empty one', [{}], 'rules.0.points'],
  ['no name', [rule({ name: ' ' })], 'rules.0.name'],
  ['a long name', [rule({ name: 'n'.repeat(101) })], 'rules.0.name'],
  ['no points', [rule({ points: undefined })], 'rules.0.points'],
  ['points of 0', [rule({ points: 0 })], 'rules.0.points'],
  ['too many points', [rule({ points: 10_001 })], 'rules.0.points'],
  ['half a point', [rule({ points: 0.5 })], 'rules.0.points'],
  ['points as text', [rule({ points: '10' })], 'rules.0.points'],
  ['nothing to be for', [rule({ on: undefined })], 'rules.0.on'],
  ['an unknown kind', [asking({ kind: 'visit' })], 'rules.0.on.kind'],
  ['no activity', [asking({ kind: 'activity' })], 'rules.0.on.activity'],
  ['more of a trigger', [asking({ kind: 'activity', activity: 'a', sql: '1' })], 'rules.0.on.sql'],
  [
    'an unknown question',
    [
      asking({
        kind: 'activity',
        activity: 'purchase',
        where: [{ field: 'password', operator: 'eq', value: 'x' }],
      }),
    ],
    'rules.0.on.where.0.field',
  ],
  ['no condition', [asking({ kind: 'condition' })], 'rules.0.on.condition'],
  [
    'an unknown field',
    [asking({ kind: 'condition', condition: { ...country('CZ'), field: 'secret' } })],
    'rules.0.on.condition.field',
  ],
  [
    'an empty block',
    [asking({ kind: 'condition', condition: { type: 'all', rules: [] } })],
    'rules.0.on.condition.rules',
  ],
  ['recurring as text', [rule({ recurring: 'yes' })], 'rules.0.recurring'],
  ['a cap of what is not recurring', [rule({ cap: 3 })], 'rules.0.cap'],
  ['a cap of 0', [rule({ recurring: true, cap: 0 })], 'rules.0.cap'],
  [
    'a recurring condition',
    [rule({ recurring: true, on: { kind: 'condition', condition: country('CZ') } })],
    'rules.0.recurring',
  ],
  ['an unknown unit', [rule({ validFor: { last: 1, unit: 'months' } })], 'rules.0.validFor.unit'],
  ['no length', [rule({ validFor: { unit: 'days' } })], 'rules.0.validFor.last'],
  ['no day', [rule({ until: '2027-02-30' })], 'rules.0.until'],
  [
    'two endings',
    [rule({ until: '2027-02-01', validFor: { last: 1, unit: 'days' } })],
    'rules.0.until',
  ],
  ['a half-life of 0', [rule({ halfLifeDays: 0 })], 'rules.0.halfLifeDays'],
  ['enabled as text', [rule({ enabled: 'on' })], 'rules.0.enabled'],
  ['a number twice', [rule({ id: 5 }), rule({ id: 5 })], 'rules.1.id'],
  ['a number as text', [rule({ id: 'first' })], 'rules.0.id'],
  ['something unknown', [rule({ bonus: 3 })], 'rules.0.bonus'],
  ['too many', Array.from({ length: 101 }, () => rule()), 'rules'],
];

const BAD_THRESHOLDS: [what: string, thresholds: unknown, path: string][] = [
  ['no list', {}, 'thresholds'],
  ['no name', [{ at: 5 }], 'thresholds.0.name'],
  ['no total', [{ name: 'Hot' }], 'thresholds.0.at'],
  ['a total of 0', [{ name: 'Hot', at: 0 }], 'thresholds.0.at'],
  ['what is no address', [{ name: 'Hot', at: 5, emails: ['eva'] }], 'thresholds.0.emails.0'],
  ['addresses as text', [{ name: 'Hot', at: 5, emails: 'eva@a.test' }], 'thresholds.0.emails'],
  ['something unknown', [{ name: 'Hot', at: 5, sms: '1' }], 'thresholds.0.sms'],
];

interface Refusal {
  status: number;
  body: { error: { details: { errors: { path: string[] }[] } } };
}

const pathsOf = ({ body }: Refusal) =>
  body.error.details.errors.map(({ path }) => path.filter((part) => part !== 'data').join('.'));

const doors: Record<string, (data: object) => Promise<Refusal>> = {
  'the screens': (data) =>
    site.http.post('/contact-management/scores').set(asAdmin(site.adminToken)).send({ data }),
  REST: (data) =>
    site.http
      .post('/api/contact-management/scores')
      .set('Authorization', `Bearer ${site.apiToken}`)
      .send({ data }),
  'the Content Manager': (data) =>
    site.http
      .post(`/content-manager/collection-types/${SCORE_UID}`)
      .set(asAdmin(site.adminToken))
      .send(data),
};

describe.each(Object.entries(doors))('%s', (_door, create) => {
  it.each(BAD_RULES)('refuses rules with %s, and says where', async (_what, rules, path) => {
    const answer = await create({ name: 'bad', displayName: 'Bad', rules });
    expect(answer.status).toBe(400);
    expect(pathsOf(answer)).toContain(path);
  });

  it.each(BAD_THRESHOLDS)('refuses thresholds with %s', async (_what, thresholds, path) => {
    const answer = await create({ name: 'bad', displayName: 'Bad', thresholds });
    expect(answer.status).toBe(400);
    expect(pathsOf(answer)).toContain(path);
  });
});

const CREATE = `mutation ($data: ContactManagementScoreInput!) {
  createContactManagementScore(data: $data) { documentId }
}`;

it('is made and refused over GraphQL, which tells nobody how points are won', async () => {
  const data = { name: 'over-graphql', displayName: 'Over', rules: [rule()] };
  const made = await askGraphql(site, CREATE, { variables: { data } });
  expect(made.problems).toEqual([]);
  const [found] = await on().documents.findMany({ filters: { name: 'over-graphql' } });
  expect(found?.rules).toMatchObject([{ name: 'Rule', points: 10 }]);
  const bad = { ...data, name: 'bad', rules: [rule({ points: 0 })] };
  const refused = await askGraphql(site, CREATE, { variables: { data: bad } });
  expect(refused.problems).toEqual([expect.stringContaining('points')]);
  for (const field of ['rules', 'thresholds']) {
    const query = `{ contactManagementScores { ${field} } }`;
    expect((await askGraphql(site, query)).problems).toEqual([
      expect.stringContaining(`Cannot query field "${field}"`),
    ]);
  }
});

it('refuses a name that another score has, and one that is no code', async () => {
  await on().newScore('taken', []);
  await expect(on().newScore('Taken', [])).rejects.toThrow('Another score has this name');
  await expect(on().newScore('not a code', [])).rejects.toThrow('name must be letters');
});

it('gives rules numbers that stay when they are saved again', async () => {
  const score = await on().newScore('numbered', [onActivity('purchase'), onActivity('download')]);
  const rules = score.rules as { id: number }[];
  expect(new Set(rules.map(({ id }) => id)).size).toBe(2);
  await on().update(score, { rules: [...rules].reverse() });
  const saved = await on().documents.findOne({ documentId: score.documentId });
  expect((saved?.rules as { id: number }[]).map(({ id }) => id)).toEqual(
    rules.map(({ id }) => id).reverse()
  );
});

it('has one main score at a time', async () => {
  const first = await on().newScore('main-1', [], { isMain: true });
  await on().newScore('main-2', [], { isMain: true });
  expect((await on().documents.findOne({ documentId: first.documentId }))?.isMain).toBe(false);
});

it('refuses a circle of scores and groups with its path', async () => {
  const warm = await on().newScore('warm', [onActivity('purchase')]);
  const atLeast = { type: 'score', score: 'warm', operator: 'gte', value: 5 };
  await groupsOf(site).newGroup('hot', { kind: 'dynamic', condition: atLeast });
  const inHot = onCondition({ type: 'group', group: 'hot' }, { name: 'Hot', points: 1 });
  await expect(on().update(warm, { rules: [inHot] })).rejects.toThrow(
    'A score cannot depend on itself: score warm → group hot → score warm'
  );
  const cool = await on().newScore('cool', [onCondition({ type: 'group', group: 'hot' })]);
  await expect(
    groupsOf(site).documents.update({
      documentId: (await groupsOf(site).documents.findMany({ filters: { name: 'hot' } }))[0]
        ?.documentId as string,
      data: { condition: { ...atLeast, score: 'cool' } },
    })
  ).rejects.toThrow('group hot → score cool → group hot');
  await expect(
    on().update(cool, {
      rules: [onCondition({ ...atLeast, score: 'cool' }, { name: 'a', points: 1 })],
    })
  ).rejects.toThrow('score cool → score cool');
});

it('does not let a score or a group go that others ask for', async () => {
  const used = await on().newScore('used', [onActivity('purchase')]);
  const condition = { type: 'score', score: 'used', operator: 'gte', value: 5 };
  const group = await groupsOf(site).newGroup('users', { kind: 'dynamic', condition });
  await expect(on().documents.delete({ documentId: used.documentId })).rejects.toThrow(
    'The score used cannot be deleted: the group users asks for it'
  );
  await expect(on().update(used, { name: 'renamed' })).rejects.toThrow('cannot be renamed');
  await on().newScore('of-users', [onCondition({ type: 'group', group: 'users' })]);
  await expect(groupsOf(site).documents.delete({ documentId: group.documentId })).rejects.toThrow(
    'The group "users" is asked for by the score "of-users"'
  );
});

it('is asked for by groups, which follow its totals', async () => {
  const score = await on().newScore('followed', [onActivity('download', { points: 30 })]);
  const condition = { type: 'score', score: 'followed', operator: 'gte', value: 30 };
  const group = await groupsOf(site).newGroup('followers', { kind: 'dynamic', condition });
  const contact = await on().newContact({ firstName: 'Ann' });
  await on().did(contact, 'download');
  await on().settled();
  expect(await on().total(score, contact)).toBe(30);
  expect(await groupsOf(site).members(group)).toEqual([contact.id]);
  const [found] = await conditions(site.strapi).matching(conditions(site.strapi).parse(condition));
  expect(found).toEqual({ id: contact.id });
});
