/** As much load as the server takes, from this process: bounded in time, to 127.0.0.1 only. */
import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';

const SETTLE_MILLISECONDS = 2_000;

export interface Load {
  url: string;
  path: string;
  connections: number;
  seconds: number;
  nextBody: () => string;
}

export interface Measured {
  requestsPerSecond: number;
  /** Milliseconds. */
  p99: number;
  failures: number;
}

export const BROWSER =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';

export const measure = async ({
  url,
  path,
  connections,
  seconds,
  nextBody,
}: Load): Promise<Measured> => {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        path,
        headers: { 'content-type': 'application/json', 'user-agent': BROWSER },
        setupRequest: (request) => ({ ...request, body: nextBody() }),
      },
    ],
  });
  // The last requests were cut off; the server is still at work on them.
  await sleep(SETTLE_MILLISECONDS);
  return {
    requestsPerSecond: result.requests.average,
    p99: result.latency.p99,
    failures: result.errors + result.timeouts + result.non2xx,
  };
};
