/** What an acknowledgement is worth: the server is killed, or asked to stop, under load. */
import { setTimeout as pause } from 'node:timers/promises';
import type { DatabaseKind } from '../support/databases';
import { makeCrashSite, post, startLoad, type CrashSite, type Sent } from './support/crash-site';

jest.setTimeout(180_000);

const CONNECTIONS = 48;
const LOAD_MILLISECONDS = 2_500;
const STOP_MILLISECONDS = 10_000;

const kinds: DatabaseKind[] = process.env.TEST_POSTGRES_URL ? ['sqlite', 'postgres'] : ['sqlite'];

const idsOf = (requests: Sent[]): string[] =>
  requests.flatMap(({ body }) => body.events.map(({ id }) => id));

describe.each(kinds)('a server on %s', (kind) => {
  let site: CrashSite;
  beforeAll(async () => {
    site = await makeCrashSite(kind);
  });
  afterAll(() => site.remove());

  it('has every acknowledged event exactly once after kill -9, and takes the others again', async () => {
    const killed = await site.start();
    const load = startLoad(killed.port, CONNECTIONS);
    await pause(LOAD_MILLISECONDS);
    await killed.end('SIGKILL');
    const sent = await load.finish();
    const acknowledged = sent.filter(({ status }) => status === 202);
    const lost = sent.filter(({ status }) => status !== 202);
    expect(acknowledged.length).toBeGreaterThan(CONNECTIONS);
    expect(lost.length).toBeGreaterThan(0);

    const again = await site.start();
    const afterCrash = await site.storedTimes();
    expect(idsOf(acknowledged).filter((id) => afterCrash.get(id) !== 1)).toEqual([]);

    const answers = await Promise.all(lost.map(({ body }) => post(again.port, body)));
    expect(answers.filter((status) => status !== 202)).toEqual([]);
    const atLast = await site.storedTimes();
    expect(idsOf(sent).filter((id) => atLast.get(id) !== 1)).toEqual([]);
    await again.end('SIGKILL');
  });

  it('answers every request it has accepted when it is asked to stop, and keeps what it accepted', async () => {
    const running = await site.start();
    const load = startLoad(running.port, CONNECTIONS);
    await pause(LOAD_MILLISECONDS);
    load.stop();
    const { exitCode, milliseconds } = await running.end('SIGTERM');
    const sent = await load.finish();
    expect(sent.filter(({ status }) => status !== 202 && status !== 503)).toEqual([]);
    expect(exitCode).toBe(0);
    expect(milliseconds).toBeLessThan(STOP_MILLISECONDS);
    const accepted = sent.filter(({ status }) => status === 202);
    expect(accepted.length).toBeGreaterThan(CONNECTIONS);
    const stored = await site.storedTimes();
    expect(idsOf(accepted).filter((id) => stored.get(id) !== 1)).toEqual([]);
  });
});
