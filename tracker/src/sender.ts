import { listen } from './listen';
import { MAX_LENGTH, outboxKeys, toBatches } from './outbox';
import { remove } from './store';
import type { MaybeCleanUp } from './clean-up';

/**
 * Sends the outbox. Bodies are text/plain, so that no browser asks for permission first, and
 * without credentials. Fails by keeping everything: on a network error, 429 or 5xx it tries again
 * later (after Retry-After, or with growing pauses); any other answer is final.
 */
const GATHER_MILLISECONDS = 500;
const LONGEST_PAUSE_MILLISECONDS = 6e4;

/** Starts sending; answers what to call when something new is in the outbox. */
export const startSender = (host: string, cleanUps: MaybeCleanUp[]): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** How long the server has to be left alone; 0 while all is well. */
  let pause = 0;

  const run = async (): Promise<void> => {
    try {
      for (const { text, settles } of toBatches()) {
        const [path, body = ''] = text.split('\n') as [string, string?];
        const { status, headers } = await fetch(host + path, {
          method: 'POST',
          body,
          // Browsers refuse longer ones; without it the server can say that it is too long.
          keepalive: !body[MAX_LENGTH],
          credentials: 'omit',
        });
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- caught right below
        if (status === 429 || status > 499) throw headers.get('retry-after');
        remove(settles);
        pause = 0;
      }
    } catch (retryAfter) {
      pause =
        1e3 * (retryAfter as number) || Math.min(LONGEST_PAUSE_MILLISECONDS, pause * 2 || 1e3);
    }
    timer = undefined;
    if (outboxKeys()[0]) wake();
  };

  const wake = (): void => {
    timer ??= setTimeout(run, pause || GATHER_MILLISECONDS);
  };

  /** Last chance. Whether a beacon arrived is never known, so its entries stay. */
  const stopListening = listen('pagehide visibilitychange', () => {
    if (pause || !document.hidden) return;
    for (const { text } of toBatches()) {
      const [path, body] = text.split('\n') as [string, string];
      navigator.sendBeacon(host + path, body);
    }
  });
  if (CAN_STOP) cleanUps.push(stopListening, () => clearTimeout(timer));
  wake();
  return wake;
};
