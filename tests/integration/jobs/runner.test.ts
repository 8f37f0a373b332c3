/** Several servers on one database, each with a runner of its own. */
import { errors } from '@strapi/utils';
import type { JobContext, JobHandler, JobView } from '../../../server/src/platform/jobs/contract';
import {
  createJobRunner,
  type JobRunner,
  type Timing,
} from '../../../server/src/platform/jobs/runner';
import { jobs } from '../../../server/src/platform/jobs/service';
import { jobRows } from '../../../server/src/platform/jobs/table';
import { startSite, type TestSite } from '../../support/strapi';

jest.setTimeout(120_000);

const TIMING = { tick: 20, lease: 1_000, patience: 300 };
/** No database is too slow for this lease, so nothing is taken over. */
const UNHURRIED = { ...TIMING, lease: 60_000 };

let site: TestSite;
let servers: JobRunner[] = [];
beforeAll(async () => {
  site = await startSite();
});
afterEach(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  servers = [];
});
afterAll(() => site.stop());

/** As many servers, which know this one job. */
const serve = (
  name: string,
  handler: JobHandler,
  count = 1,
  timing: Timing = TIMING
): JobRunner[] => {
  const started = Array.from({ length: count }, () =>
    createJobRunner(site.strapi, new Map([[name, handler]]), { timing })
  );
  for (const server of started) server.start();
  servers.push(...started);
  return started;
};

const add = (name: string, payload = {}) =>
  jobs(site.strapi).add({ name, payload, createdBy: null });
const find = (id: string) => jobs(site.strapi).find(id);
const isOver = ({ status }: JobView) => status !== 'queued' && status !== 'running';

/** Waits for what a job says of itself. */
const until = async (id: string, reached: (job: JobView) => boolean): Promise<JobView> => {
  for (;;) {
    const job = await find(id);
    if (reached(job)) return job;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};
const never = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => {
      resolve();
    });
  });

describe('jobs that are over', () => {
  const DAY = 86_400_000;
  const insert = async (status: string, daysAgo: number | null): Promise<string> => {
    const id = await add('test.nobody-knows');
    const finished_at = daysAgo === null ? null : Date.now() - daysAgo * DAY;
    await jobRows(site.strapi).where('id', id).update({ status, finished_at, created_at: 0 });
    return id;
  };
  const ids = async (): Promise<string[]> =>
    ((await jobRows(site.strapi).where('name', 'test.nobody-knows').pluck('id')) as unknown[]).map(
      String
    );

  it('are kept for thirty days, and removed by the next runner that ticks', async () => {
    const kept = [
      await insert('done', 29),
      await insert('failed', 1),
      await insert('queued', null),
      await insert('running', null),
    ];
    await insert('done', 31);
    await insert('failed', 400);
    await insert('cancelled', 31);
    serve('test.tidy', () => Promise.resolve(null));
    while ((await ids()).length > kept.length) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect((await ids()).sort()).toEqual(kept.sort());
  });
});

describe('jobs on several servers', () => {
  it('are each run once', async () => {
    const runs: unknown[] = [];
    serve(
      'test.once',
      async ({ payload }) => {
        runs.push(payload.number);
        await new Promise((resolve) => setTimeout(resolve, 5));
        return { number: payload.number };
      },
      4,
      UNHURRIED
    );
    const ids = await Promise.all(
      Array.from({ length: 25 }, (_, number) => add('test.once', { number }))
    );
    const ended = await Promise.all(ids.map((id) => until(id, isOver)));
    expect(ended.map(({ status, result }) => [status, result])).toEqual(
      ids.map((_, number) => ['done', { number }])
    );
    expect(runs.sort()).toEqual(ids.map((_, number) => number).sort());
  });

  it('of which only one may run wait for each other, on all servers', async () => {
    let running = 0;
    let most = 0;
    const handler: JobHandler = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 60));
      running -= 1;
      return null;
    };
    const ids = [await add('test.alone'), await add('test.alone'), await add('test.alone')];
    serve('test.alone', Object.assign(handler, { isAlone: true }), 2, UNHURRIED);
    for (const id of ids) expect((await until(id, isOver)).status).toBe('done');
    expect(most).toBe(1);
  });

  it('keep their worker while it is alive, however long it takes', async () => {
    let runs = 0;
    serve(
      'test.long',
      async () => {
        runs += 1;
        await new Promise((resolve) => setTimeout(resolve, 4 * TIMING.lease));
        return null;
      },
      3
    );
    await until(await add('test.long'), isOver);
    expect(runs).toBe(1);
  });

  it('go on elsewhere from where a killed server had come', async () => {
    const id = await add('test.killed');
    // What a server that is killed at its third step leaves behind.
    await jobRows(site.strapi)
      .where('id', id)
      .update({
        status: 'running',
        attempts: 1,
        lease_owner: 'killed',
        lease_until: Date.now() + TIMING.lease,
        done: 3,
        total: 5,
        position: JSON.stringify({ after: 3 }),
      });
    const started: JobContext['progress'][] = [];
    serve('test.killed', async ({ progress }) => {
      started.push(progress);
      return null;
    });
    const before = Date.now();
    expect(await until(id, isOver)).toMatchObject({ status: 'done', done: 3 });
    expect(Date.now() - before).toBeGreaterThanOrEqual(TIMING.lease / 2);
    expect(started).toEqual([{ done: 3, failed: 0, total: 5, position: { after: 3 } }]);
  });

  it('are given up when every server that works on them is killed', async () => {
    const id = await add('test.poison');
    await jobRows(site.strapi)
      .where('id', id)
      .update({ status: 'running', attempts: 5, lease_owner: 'killed', lease_until: 0 });
    serve('test.poison', () => Promise.reject(new Error('must not run')));
    expect(await until(id, isOver)).toMatchObject({
      status: 'failed',
      error: 'The server stopped 5 times while working on it',
    });
  });

  it('cannot be written to by a server that lost them', async () => {
    const id = await add('test.lost');
    let heard = false;
    serve('test.lost', async ({ signal, report }) => {
      await jobRows(site.strapi).where('id', id).update({ lease_owner: 'another' });
      await report({ done: 99, failed: 0, total: null, position: null });
      heard = signal.aborted;
      return { mine: true };
    });
    await until(id, () => heard);
    await Promise.all(servers.map((server) => server.stop()));
    expect(await find(id)).toMatchObject({ status: 'running', done: 0, result: null });
  });
});

describe('a job', () => {
  it('that is cancelled stops at its next step, and keeps what it has done', async () => {
    serve('test.cancelled', async ({ signal, report }) => {
      let done = 0;
      while (!signal.aborted) {
        done += 1;
        await report({ done, failed: 0, total: 1_000, position: { done } });
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      return null;
    });
    const id = await add('test.cancelled');
    await until(id, ({ done }) => done > 2);
    await jobs(site.strapi).cancel(id);
    const ended = await until(id, isOver);
    expect(ended.status).toBe('cancelled');
    expect(ended.done).toBeGreaterThan(2);
    expect(ended.finishedAt).not.toBeNull();
  });

  it('that is cancelled hears it without reporting', async () => {
    serve('test.silent', async ({ signal }) => {
      await never(signal);
      return null;
    });
    const id = await add('test.silent');
    await until(id, ({ status }) => status === 'running');
    await jobs(site.strapi).cancel(id);
    expect((await until(id, isOver)).status).toBe('cancelled');
  });

  it('that throws is tried again', async () => {
    let attempts = 0;
    serve('test.again', () => {
      attempts += 1;
      return Promise.reject(new Error('secret statement'));
    });
    const id = await add('test.again');
    await until(id, ({ status }) => status === 'queued' && attempts === 1);
    await jobRows(site.strapi).where('id', id).update({ attempts: 4, run_at: 0 });
    expect(await until(id, isOver)).toMatchObject({
      status: 'failed',
      error: "It failed 5 times; the server's log says why",
    });
    expect(attempts).toBe(2);
  });

  it('that is refused says why, at once', async () => {
    serve('test.refused', () =>
      Promise.reject(new errors.ValidationError('There is no such status'))
    );
    expect(await until(await add('test.refused'), isOver)).toMatchObject({
      status: 'failed',
      error: 'There is no such status',
    });
  });

  it('does not wait for a long one', async () => {
    let release = () => {};
    const long = new Promise<null>((resolve) => {
      release = () => {
        resolve(null);
      };
    });
    serve('test.two', ({ payload }) => (payload.long ? long : Promise.resolve(null)));
    const [longId, shortId] = [await add('test.two', { long: true }), await add('test.two')];
    await until(shortId, isOver);
    expect((await find(longId)).status).toBe('running');
    release();
    await until(longId, isOver);
  });
});

describe('a server that stops', () => {
  it('waits for the step at work, and leaves the rest to another one', async () => {
    const steps: string[] = [];
    const handler: JobHandler = async ({ signal, progress, report }) => {
      let { done } = progress;
      while (!signal.aborted && done < 20) {
        steps.push(`${done} begins`);
        await new Promise((resolve) => setTimeout(resolve, 20));
        done += 1;
        await report({ done, failed: 0, total: 20, position: null });
        steps.push(`${done} is saved`);
      }
      return { done };
    };
    const [first] = serve('test.stopped', handler);
    const id = await add('test.stopped');
    await until(id, ({ done }) => done >= 2);
    await first?.stop();
    const saved = steps.at(-1);
    expect(saved).toMatch(/is saved$/);
    const between = await find(id);
    expect(between).toMatchObject({ status: 'queued', error: null });
    serve('test.stopped', handler);
    expect(await until(id, isOver)).toMatchObject({ status: 'done', done: 20 });
    expect(steps.filter((step) => step.endsWith('begins'))).toHaveLength(20);
  });

  it('does not wait for ever for a job that does not listen', async () => {
    const [server] = serve('test.deaf', () => new Promise(() => {}));
    const id = await add('test.deaf');
    await until(id, ({ status }) => status === 'running');
    const before = Date.now();
    await server?.stop();
    expect(Date.now() - before).toBeLessThan(10 * TIMING.patience);
  });

  it('takes no new work', async () => {
    const [server] = serve('test.late', () => Promise.resolve(null));
    await server?.stop();
    const id = await add('test.late');
    server?.wake();
    await new Promise((resolve) => setTimeout(resolve, 5 * TIMING.tick));
    expect((await find(id)).status).toBe('queued');
  });
});

describe('a process that does not serve HTTP', () => {
  it('runs no jobs', async () => {
    const { httpServer } = site.strapi.server;
    await new Promise((resolve) => httpServer.close(resolve));
    let ran = false;
    serve('test.command', () => {
      ran = true;
      return Promise.resolve(null);
    });
    const id = await add('test.command');
    await new Promise((resolve) => setTimeout(resolve, 5 * TIMING.tick));
    expect([ran, (await find(id)).status]).toEqual([false, 'queued']);
    await new Promise<void>((resolve) => {
      httpServer.listen(0, '127.0.0.1', resolve);
    });
    await until(id, isOver);
  });
});
