/** How long after an event what hangs on it is settled, watched from outside while other load is on. */
import { setTimeout as sleep } from 'node:timers/promises';
import { BROWSER } from './load';
import { trackerId } from './visitors';

/** A deciding event so often, beside the load. */
const DECIDE_EVERY_MILLISECONDS = 250;
const LOOK_EVERY_MILLISECONDS = 50;
const GIVE_UP_MILLISECONDS = 120_000;

type Settled = (visitor: string) => Promise<boolean>;

/** A purchase of a new visitor after the other until `stopping`; milliseconds until each was settled. */
export const watchDeciding = async (
  url: string,
  stopping: AbortSignal,
  isSettled: Settled
): Promise<number[]> => {
  const delays: Promise<number>[] = [];
  while (!stopping.aborted) {
    delays.push(decide(url, isSettled));
    await sleep(DECIDE_EVERY_MILLISECONDS);
  }
  return Promise.all(delays);
};

const decide = async (url: string, isSettled: Settled): Promise<number> => {
  const visitor = trackerId();
  const start = performance.now();
  const answer = await fetch(`${url}/cm/e`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': BROWSER },
    body: JSON.stringify({ visitor, events: [{ id: trackerId(), type: 'purchase', value: 1 }] }),
  });
  if (answer.status !== 202) throw new Error(`A deciding event was answered ${answer.status}`);
  for (;;) {
    const waited = performance.now() - start;
    if (waited > GIVE_UP_MILLISECONDS || (await isSettled(visitor))) return waited;
    await sleep(LOOK_EVERY_MILLISECONDS);
  }
};
