/** Events a minute and address, so that one machine cannot fill a site's database. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { SECOND } from '../../../platform/clock';
import { HttpProblem } from './problem';

export interface RateLimit {
  /** Throws a 429 with Retry-After. `address` is the client address that Koa trusts. */
  consume(address: string, events: number): Promise<void>;
}

const WINDOW_SECONDS = 60;

export const createRateLimit = (limit: number | 'off'): RateLimit => {
  if (limit === 'off') return { consume: () => Promise.resolve() };
  const limiter = new RateLimiterMemory({ points: limit, duration: WINDOW_SECONDS });
  return {
    async consume(address, events) {
      try {
        // A batch larger than the limit could never pass: it takes the whole minute instead.
        await limiter.consume(address, Math.min(events, limit));
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / SECOND));
        throw new HttpProblem(429, 'Too many events from this address; try again later', {
          'Retry-After': String(seconds),
        });
      }
    },
  };
};
