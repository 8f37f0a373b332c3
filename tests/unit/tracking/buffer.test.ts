import {
  BufferClosed,
  BufferFull,
  createMemoryBuffer,
  type BufferOptions,
} from '../../../server/src/modules/tracking/ingest/buffer';

interface Entry {
  key: string;
  events: number;
}

/** A writer that is let go batch by batch. */
const createWriter = () => {
  const batches: Entry[][] = [];
  const gates: (() => void)[] = [];
  const write = async (entries: Entry[]): Promise<string[]> => {
    batches.push(entries);
    await new Promise<void>((resolve) => gates.push(resolve));
    return entries.map(({ key }) => `written ${key}`);
  };
  const letGo = async () => {
    while (gates.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    gates.shift()?.();
  };
  return { batches, write, letGo };
};

const bufferOf = (options: Partial<BufferOptions<Entry, string>>) =>
  createMemoryBuffer<Entry, string>({
    write: (entries) => Promise.resolve(entries.map(({ key }) => `written ${key}`)),
    sizeOf: ({ events }) => events,
    keyOf: ({ key }) => key,
    maxEvents: 100,
    maxWaitMilliseconds: 2,
    batchSize: 10,
    lanes: 1,
    isOutage: () => false,
    ...options,
  });

const one = (key: string, events = 1): Entry => ({ key, events });

describe('the ingest buffer', () => {
  it('writes together what arrives together, and answers each after the write', async () => {
    const { batches, write, letGo } = createWriter();
    const buffer = bufferOf({ write });
    const answered: string[] = [];
    const pushed = ['a', 'b', 'c'].map(async (key) => answered.push(await buffer.push(one(key))));
    await letGo();
    await Promise.all(pushed);
    expect(batches.map((batch) => batch.map(({ key }) => key))).toEqual([['a', 'b', 'c']]);
    expect(answered).toEqual(['written a', 'written b', 'written c']);
  });

  it('answers nobody while the write is still going on', async () => {
    const { write, letGo } = createWriter();
    const buffer = bufferOf({ write, batchSize: 1 });
    let answered = false;
    const pushed = buffer.push(one('a')).then(() => (answered = true));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(answered).toBe(false);
    await letGo();
    await pushed;
    expect(answered).toBe(true);
  });

  it('writes no more events at once than a batch holds, but never splits a request', async () => {
    const { batches, write, letGo } = createWriter();
    const buffer = bufferOf({ write });
    const pushed = [one('a', 6), one('b', 6), one('c', 4), one('d', 20)].map(buffer.push);
    await letGo();
    await letGo();
    await letGo();
    await Promise.all(pushed);
    expect(batches.map((batch) => batch.map(({ key }) => key))).toEqual([['a'], ['b', 'c'], ['d']]);
  });

  it('waits for no more than came the last time, and takes along what arrives with them', async () => {
    const { batches, write, letGo } = createWriter();
    const buffer = bufferOf({ write, batchSize: 5, maxWaitMilliseconds: 60_000 });
    const first = [one('a', 3), one('b', 3)].map(buffer.push);
    await letGo();
    await first[0];
    // The second batch has been decided on; what is read in the same turn of the loop still joins.
    await new Promise((resolve) => {
      process.nextTick(resolve);
    });
    const late = buffer.push(one('c'));
    await letGo();
    await Promise.all([...first, late]);
    expect(batches.map((batch) => batch.map(({ key }) => key))).toEqual([['a'], ['b', 'c']]);
  });

  it('refuses what would not fit, and takes more when there is room again', async () => {
    const { write, letGo } = createWriter();
    const buffer = bufferOf({ write, maxEvents: 5 });
    const first = buffer.push(one('a', 4));
    await expect(buffer.push(one('b', 2))).rejects.toBeInstanceOf(BufferFull);
    await letGo();
    await first;
    await new Promise((resolve) => setImmediate(resolve));
    const second = buffer.push(one('b', 2));
    await letGo();
    await expect(second).resolves.toBe('written b');
  });

  it('takes a request larger than itself when it comes alone', async () => {
    await expect(bufferOf({ maxEvents: 5 }).push(one('a', 6))).resolves.toBe('written a');
  });

  it('tries a failed batch one by one, so that one bad request does not cost the others', async () => {
    const write = (entries: Entry[]) =>
      entries.some(({ key }) => key === 'bad')
        ? Promise.reject(new Error('no'))
        : Promise.resolve(entries.map(({ key }) => `written ${key}`));
    const buffer = bufferOf({ write });
    const results = await Promise.allSettled(['a', 'bad', 'c'].map((key) => buffer.push(one(key))));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('fails a batch at once when the database is away, instead of asking it for every entry', async () => {
    let asked = 0;
    const write = () => {
      asked += 1;
      return Promise.reject(new Error('gone'));
    };
    const buffer = bufferOf({ write, isOutage: () => true });
    const results = await Promise.allSettled(['a', 'b', 'c'].map((key) => buffer.push(one(key))));
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(asked).toBe(1);
  });

  it("keeps one visitor's requests in order, whatever else goes on", async () => {
    const { batches, write, letGo } = createWriter();
    const buffer = bufferOf({ write, batchSize: 1, lanes: 2 });
    const pushed = ['a', 'a', 'a'].map((key, at) => buffer.push(one(key, at + 1)));
    for (const expected of [[1], [1, 2], [1, 2, 3]]) {
      await letGo();
      expect(batches.flat().map(({ events }) => events)).toEqual(expected);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await Promise.all(pushed);
  });

  it('writes everything it took before it is closed, and then takes nothing', async () => {
    const { batches, write, letGo } = createWriter();
    const buffer = bufferOf({ write, batchSize: 2, maxWaitMilliseconds: 60_000 });
    const pushed = ['a', 'b', 'c'].map((key) => buffer.push(one(key)));
    const closed = buffer.close();
    await expect(buffer.push(one('late'))).rejects.toBeInstanceOf(BufferClosed);
    await letGo();
    await letGo();
    await closed;
    expect(batches.flat().map(({ key }) => key)).toEqual(['a', 'b', 'c']);
    await Promise.all(pushed);
  });
});
