/** What a visitor said last counts, also while what was sent before is still on its way. */
import { randomUUID } from 'node:crypto';
import { startSite, type TestSite } from '../../support/strapi';
import { activityCount, collect, event } from '../../support/visits';

jest.setTimeout(120_000);

const EVENTS = 5;
/** The buffer waits for as many events as came the last time, or so long: no other timer is as odd. */
const WAIT_MILLISECONDS = 997;

let site: TestSite;
beforeAll(async () => {
  const buffer = { maxWaitMilliseconds: WAIT_MILLISECONDS };
  site = await startSite({ config: { tracking: { rateLimit: 'off', buffer } } });
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => site.stop());

/** From here on the buffer's time does not pass: what waits in it is written when the test says so. */
const holdTheBuffer = () => {
  const start = globalThis.setTimeout;
  const holding = new Promise<{ write: () => void }>((resolve) => {
    const hold = (callback: () => void, milliseconds?: number, ...values: unknown[]) => {
      if (milliseconds !== WAIT_MILLISECONDS) return start(callback, milliseconds, ...values);
      resolve({ write: callback });
      return start(() => undefined, 0);
    };
    jest.spyOn(globalThis, 'setTimeout').mockImplementation(hold as typeof setTimeout);
  });
  return { holding };
};

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
/** Another visitor, whose events wait with this one's. */
const sameLaneAs = (visitor: string): string => randomUUID().slice(0, -1) + visitor.slice(-1);
const manyEvents = () => Array.from({ length: EVENTS }, () => event());

describe('a refusal', () => {
  it.each([
    ['of a visitor who was tracked', true],
    ['of a stranger', false],
  ])(
    '%s is not undone by events that came before it and are written after it',
    async (_who, tracked) => {
      const visitor = randomUUID();
      await send(tracked ? visitor : sameLaneAs(visitor), manyEvents()).expect(202);
      const before = await activityCount(site);
      const { holding } = holdTheBuffer();
      const underWay = send(visitor, [event()]).then((answer) => answer);
      const { write } = await holding;
      await say(visitor, false);
      write();
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
