/** What a visitor said last counts, also while what was sent before is still on its way. */
import { randomUUID } from 'node:crypto';
import { startSite, type TestSite } from '../../support/strapi';
import { activityCount, collect, event } from '../../support/visits';

jest.setTimeout(120_000);

const EVENTS = 5;
/** The buffer waits for as many events as came the last time, or so long. */
const WAIT_MILLISECONDS = 1_000;

let site: TestSite;
beforeAll(async () => {
  const buffer = { maxWaitMilliseconds: WAIT_MILLISECONDS };
  site = await startSite({ config: { tracking: { rateLimit: 'off', buffer } } });
});
afterAll(() => site.stop());

const send = (visitor: string, events: object[]) =>
  collect(site, { visitor, consent: { tracking: true }, events });
const say = (visitor: string, tracking: boolean) =>
  site.http.post('/cm/consent').send({ visitor, purposes: { tracking } }).expect(202);
const trackingOf = async (visitor: string): Promise<boolean> => {
  const row = await site.strapi.db
    .connection('cm_visitors')
    .where('visitor_key', visitor)
    .first('tracking');
  return Boolean(row?.tracking);
};
const manyEvents = () => Array.from({ length: EVENTS }, () => event());

describe('a refusal', () => {
  it.each([
    ['of a visitor who was tracked', true],
    ['of a stranger', false],
  ])(
    '%s is not undone by events that came before it and are written after it',
    async (_who, tracked) => {
      const visitor = randomUUID();
      await send(tracked ? visitor : randomUUID(), manyEvents()).expect(202);
      const before = await activityCount(site);
      const underWay = send(visitor, [event()]).then((answer) => answer);
      await arrived();
      await say(visitor, false);
      expect((await underWay).body).toEqual({ accepted: 0, ignored: 'consent' });
      expect(await trackingOf(visitor)).toBe(false);
      expect(await activityCount(site)).toBe(before);
    }
  );

  it('is undone by a consent that comes after it, alone or along with events', async () => {
    const visitor = randomUUID();
    await send(visitor, manyEvents()).expect(202);
    await say(visitor, false);
    expect((await send(visitor, manyEvents())).body).toMatchObject({ accepted: EVENTS });
    await say(visitor, false);
    await say(visitor, true);
    expect((await send(visitor, manyEvents())).body).toMatchObject({ accepted: EVENTS });
  });
});

/** Resolves when the request sent before has been read: the server answers in the order of arrival. */
const arrived = async (): Promise<void> => {
  for (let at = 0; at < 3; at += 1) await site.http.get('/cm/me').expect(200);
};
