/**
 * Many documents of one type, written by a few statements, while everything that watches the writes of
 * the document service still sees each of them: a site's middlewares may change what is written, refuse
 * it, or act on the entry that came of it.
 *
 * Each write goes through the document service's chain of middlewares under a tag. A middleware that
 * stands at the very end takes it there, before Strapi would write it, and lets the chain go on once all
 * that have come so far are written. What reaches the end without its tag, Strapi writes by itself.
 */
import type { Core, UID } from '@strapi/strapi';

export interface TogetherCall {
  action: 'create' | 'update';
  documentId?: string;
  data: Record<string, unknown>;
  /** For the guards that the write passes on its way. */
  facts: unknown;
}

export interface TogetherWrite extends TogetherCall {
  /** Of its call, in the order they were given. */
  at: number;
}

/** Answers with the entries by `at`; a write without one has not been written. */
type Store = (writes: TogetherWrite[]) => Promise<Map<number, object>>;

interface Slot {
  facts: unknown;
  take(data: Record<string, unknown>): Promise<unknown>;
}

const TAG = Symbol('written together');

interface Context {
  action: string;
  params: { data?: Record<string, unknown>; [TAG]?: Slot };
}

/** What the caller of `writeTogether` knows of this write; undefined when it is written by itself. */
export const factsOf = (params: object): unknown => (params as Context['params'])[TAG]?.facts;

/**
 * Which of the calls were written; the others were refused on their way, by whomever. To be called in a
 * transaction: when it throws, some may be half-done.
 */
export const writeTogether = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  calls: TogetherCall[],
  store: Store
): Promise<Set<number>> => {
  standAtTheEnd(strapi);
  const gathering = gather(calls, store);
  const documents = strapi.documents(uid) as unknown as Record<
    TogetherCall['action'],
    (params: object) => Promise<unknown>
  >;
  const ends = await Promise.allSettled(
    calls.map(({ action, documentId, data }, at) =>
      documents[action]({
        ...(documentId === undefined ? {} : { documentId }),
        data,
        [TAG]: gathering.slotOf(at),
      }).finally(() => gathering.ended(at))
    )
  );
  // Whoever refuses what is written already takes it back, and with it all of the transaction.
  const regretted = ends.find(
    ({ status }, at) => status === 'rejected' && gathering.taken.has(at)
  ) as PromiseRejectedResult | undefined;
  if (regretted) throw regretted.reason;
  return new Set(gathering.taken);
};

/** How long the others wait for a middleware that takes its time with one write. */
const PATIENCE_MILLISECONDS = 20;

interface Waiting {
  write: TogetherWrite;
  resolve: (entry: unknown) => void;
  reject: (error: unknown) => void;
}

const gather = (calls: TogetherCall[], store: Store) => {
  const taken = new Set<number>();
  const underway = new Set(calls.keys());
  let waiting: Waiting[] = [];
  let timer: NodeJS.Timeout | undefined;

  const flush = () => {
    clearTimeout(timer);
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    store(batch.map(({ write }) => write)).then(
      (entries) => {
        for (const { write, resolve, reject } of batch) {
          const entry = entries.get(write.at);
          if (entry) resolve(entry);
          else {
            taken.delete(write.at);
            reject(new Error('This write has to be made by itself'));
          }
        }
      },
      (error: unknown) => {
        for (const { reject } of batch) reject(error);
      }
    );
  };
  const arrived = (at: number) => {
    underway.delete(at);
    clearTimeout(timer);
    if (underway.size === 0) flush();
    else timer = setTimeout(flush, PATIENCE_MILLISECONDS);
  };

  return {
    taken,
    ended: arrived,
    slotOf: (at: number): Slot => {
      const call = calls[at] as TogetherCall;
      return {
        facts: call.facts,
        take: (data) =>
          new Promise((resolve, reject) => {
            taken.add(at);
            waiting.push({ write: { ...call, data, at }, resolve, reject });
            arrived(at);
          }),
      };
    },
  };
};

const places = new WeakMap<Core.Strapi, () => void>();

/** Again each time: a site may have added middlewares since. */
const standAtTheEnd = (strapi: Core.Strapi): void => {
  places.get(strapi)?.();
  const middleware = (context: Context, next: () => Promise<unknown>) => {
    const slot = context.params[TAG];
    return slot ? slot.take(context.params.data ?? {}) : next();
  };
  const leave: unknown = strapi.documents.use(
    middleware as unknown as Parameters<typeof strapi.documents.use>[0]
  );
  places.set(strapi, leave as () => void);
};
