/** Load from this process: bounded in time, to 127.0.0.1 only. */
import autocannon from 'autocannon';

export interface Load {
  url: string;
  path: string;
  connections: number;
  seconds: number;
  /** At most so many requests a second in all; as many as possible when left out. */
  rate?: number;
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
  rate,
  nextBody,
}: Load): Promise<Measured> => {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    // Requests are sent in bursts, once a second; what is measured is how long each took.
    ...(rate === undefined ? {} : { overallRate: rate, ignoreCoordinatedOmission: true }),
    requests: [
      {
        method: 'POST',
        path,
        headers: { 'content-type': 'application/json', 'user-agent': BROWSER },
        setupRequest: (request) => ({ ...request, body: nextBody() }),
      },
    ],
  });
  return {
    requestsPerSecond: result.requests.average,
    p99: result.latency.p99,
    failures: result.errors + result.timeouts + result.non2xx,
  };
};
