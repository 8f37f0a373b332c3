import { uuid } from './uuid';
import { items, remove, write } from './store';

/**
 * What has not been acknowledged yet, oldest first. Entries are written before they are sent and
 * removed after a definite answer, so a page that dies in between loses nothing: the next page
 * sends them again under the same ids, and the server stores each id once.
 *
 * An entry has two lines: the last part of the address, and a whole body. Events that share a
 * visitor are put into one body as text, without parsing: an entry that somebody has damaged is
 * the server's to refuse.
 */
export type Path = 'e' | 'identify' | 'consent';

/** One request (its address and body on two lines) and the entries that its answer settles. */
export interface Batch {
  text: string;
  settles: string[];
}

const PREFIX = 'cm_q.';
const MAX_ENTRIES = 100;
const MAX_AGE_MILLISECONDS = 6048e5;
/** In UTF-8 at most three times as many bytes: below the 64 KB that browsers and server take. */
export const MAX_LENGTH = 2e4;
/** Counted for every entry on top of its length, so that no more than 20 make a request. */
const EXTRA_LENGTH = 4e2;

/** What an event's entry has in common with others that may travel in the same request. */
const HEAD = /^(e\n.*?"events":\[)/;

let count = 1e6;

export const outboxKeys = (): string[] =>
  Object.keys(items)
    .filter((key) => key.startsWith(PREFIX))
    .sort();

/** Keeps a request; for path `e` with one event, as the last thing in `body`. */
export const keep = (path: Path, body: object): void => {
  write(
    // Sorted keys are in the order of writing; the random part keeps tabs apart.
    `${PREFIX}${Date.now()}${count++}${uuid()}`,
    `${path}\n${JSON.stringify(body)}`
  );
  remove(
    outboxKeys().filter(
      (key, index, { length }) =>
        index < length - MAX_ENTRIES || key < `${PREFIX}${Date.now() - MAX_AGE_MILLISECONDS}`
    )
  );
};

/**
 * Everything unacknowledged as requests, in order. Entries lie along a line, each twice as long as
 * it is, and those whose middles fall into the same stretch of MAX_LENGTH share a request: together
 * they are shorter than that, and one that is longer stays alone.
 */
export const toBatches = (): Batch[] => {
  const batches: Record<string, Batch> = {};
  let length = 0;
  for (const key of outboxKeys()) {
    const entry = items[key] ?? '';
    const [call, head = call, event] = entry.split(HEAD) as [string, string?, string?];
    const half = entry.length + EXTRA_LENGTH;
    length += half;
    const batch = (batches[`${head}${(length / MAX_LENGTH) | 0}`] ??= { text: head, settles: [] });
    if (event) batch.text = batch.text.replace(/]}$/, ',') + event;
    batch.settles.push(key);
    length += half;
  }
  return Object.values(batches);
};
