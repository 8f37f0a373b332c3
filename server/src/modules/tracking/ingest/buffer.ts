/**
 * Group commit: requests wait together for a few milliseconds, or until enough of them are there, and
 * are written in one transaction; each is answered after the commit. Bounded: when full, it refuses
 * (never a request that comes alone, or it would be refused for ever).
 * A visitor's requests always go through the same lane, so that they are written in order.
 */
import type { Milliseconds } from '../../../platform/clock';

export class BufferFull extends Error {}
export class BufferClosed extends Error {}

/** Stands between the endpoint and the writer; in memory here, a stream service on many servers. */
export interface IngestBuffer<Entry, Result> {
  /** Resolves after the commit. Throws BufferFull or BufferClosed at once, or what the writer threw. */
  push(entry: Entry): Promise<Result>;
  /** Takes nothing any more, and resolves when everything taken is written. */
  close(): Promise<void>;
}

export interface BufferOptions<Entry, Result> {
  /** Answers in the order of the entries. */
  write: (entries: Entry[]) => Promise<Result[]>;
  /** What one entry counts for. */
  sizeOf: (entry: Entry) => number;
  /** Entries of one key keep their order. */
  keyOf: (entry: Entry) => string;
  /** Whether no entry is to blame for a failed write: then none is tried for itself. */
  isOutage: (error: unknown) => boolean;
  maxEvents: number;
  maxWaitMilliseconds: Milliseconds;
  batchSize: number;
  lanes: number;
}

interface Waiting<Entry, Result> {
  entry: Entry;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}

export const createMemoryBuffer = <Entry, Result>(
  options: BufferOptions<Entry, Result>
): IngestBuffer<Entry, Result> => {
  let closed = false;
  let held = 0;
  const lanes = Array.from({ length: options.lanes }, () =>
    createLane(options, (released) => {
      held -= released;
    })
  );
  return {
    push: (entry) => {
      const size = options.sizeOf(entry);
      if (closed) return Promise.reject(new BufferClosed());
      if (held > 0 && held + size > options.maxEvents) return Promise.reject(new BufferFull());
      held += size;
      const lane = lanes[laneOf(options.keyOf(entry), options.lanes)];
      return new Promise((resolve, reject) => {
        lane?.add({ entry, resolve, reject }, size);
      });
    },
    close: async () => {
      closed = true;
      await Promise.all(lanes.map((lane) => lane.drain()));
    },
  };
};

const laneOf = (key: string, lanes: number): number =>
  (key.charCodeAt(key.length - 1) || 0) % lanes;

const createLane = <Entry, Result>(
  { write, isOutage, sizeOf, batchSize, maxWaitMilliseconds }: BufferOptions<Entry, Result>,
  release: (size: number) => void
) => {
  let waiting: Waiting<Entry, Result>[] = [];
  let waitingSize = 0;
  let lastSize = 0;
  let timer: NodeJS.Timeout | undefined;
  let flushing: NodeJS.Immediate | undefined;
  let writing: Promise<void> | undefined;
  let draining = false;

  const flush = (): void => {
    clearTimeout(timer);
    clearImmediate(flushing);
    timer = flushing = undefined;
    if (writing || waiting.length === 0) return;
    const { batch, size } = take();
    lastSize = size;
    writing = settle(batch, { write, isOutage }).then(() => {
      release(size);
      writing = undefined;
      next();
    });
  };
  /**
   * Once as many are there as went last time, nobody is worth waiting for: but those that arrived with
   * them, while a write blocked this thread (SQLite), are read before the batch leaves.
   */
  const next = (): void => {
    if (writing || waiting.length === 0) return;
    if (draining || waitingSize >= batchSize) flush();
    else if (waitingSize >= lastSize && lastSize > 0) flushing ??= setImmediate(flush);
    else timer ??= setTimeout(flush, maxWaitMilliseconds);
  };
  const take = () => {
    let size = 0;
    let count = 0;
    for (const { entry } of waiting) {
      if (count > 0 && size + sizeOf(entry) > batchSize) break;
      size += sizeOf(entry);
      count += 1;
    }
    const batch = waiting.slice(0, count);
    waiting = waiting.slice(count);
    waitingSize -= size;
    return { batch, size };
  };
  return {
    add(item: Waiting<Entry, Result>, size: number) {
      waiting.push(item);
      waitingSize += size;
      next();
    },
    async drain() {
      draining = true;
      flush();
      while (writing) await writing;
    },
  };
};

/**
 * When a batch fails, its entries are tried one by one, so that one bad one does not cost the others.
 * While the database is away that would keep everybody waiting for hundreds of failures.
 */
const settle = async <Entry, Result>(
  batch: Waiting<Entry, Result>[],
  writer: Pick<BufferOptions<Entry, Result>, 'write' | 'isOutage'>
): Promise<void> => {
  try {
    const results = await writer.write(batch.map(({ entry }) => entry));
    batch.forEach(({ resolve }, at) => {
      resolve(results[at] as Result);
    });
  } catch (error) {
    if (batch.length === 1 || writer.isOutage(error)) {
      for (const { reject } of batch) reject(error);
      return;
    }
    for (const item of batch) await settle([item], writer);
  }
};
