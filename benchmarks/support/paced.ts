/**
 * A steady rate, as visitors make it: requests leave at even distances whether or not earlier ones have
 * been answered, and each is timed from the moment it was due, so that a server that stalls is charged
 * for everybody it kept waiting. (autocannon sends a second's requests in one burst.)
 */
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { BROWSER, type Load, type Measured } from './load';
import { percentile } from './percentile';

const TICK_MILLISECONDS = 5;

export const measurePaced = async (load: Load & { rate: number }): Promise<Measured> => {
  const { url, path, nextBody } = load;
  const { latencies, failures, elapsed } = await pace(load, (agent) =>
    ask({ agent, url: `${url}${path}`, method: 'POST', body: nextBody(), expected: 202 })
  );
  return {
    requestsPerSecond: latencies.length / elapsed,
    p99: percentile(latencies, 0.99),
    failures,
  };
};

interface Pace {
  connections: number;
  seconds: number;
  rate: number;
}

export interface PacedReads {
  requestsPerSecond: number;
  /** Milliseconds. */
  p95: number;
  failures: number;
}

/** The same of requests that only read. */
export const measurePacedReads = async (
  load: Pace & { url: string; nextPath: () => string }
): Promise<PacedReads> => {
  const { latencies, failures, elapsed } = await pace(load, (agent) =>
    ask({ agent, url: `${load.url}${load.nextPath()}`, method: 'GET', expected: 200 })
  );
  return {
    requestsPerSecond: latencies.length / elapsed,
    p95: percentile(latencies, 0.95),
    failures,
  };
};

/** Latencies are sorted, in milliseconds; `elapsed` is in seconds. */
const pace = async (
  { connections, seconds, rate }: Pace,
  request: (agent: Agent) => Promise<string | null>
) => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies: number[] = [];
  const started = performance.now();
  const pending = new Set<Promise<void>>();
  let failures = 0;

  const send = async (due: number): Promise<void> => {
    const failure = await request(agent);
    latencies.push(performance.now() - due);
    if (failure === null) return;
    failures += 1;
    process.stderr.write(`${new Date().toISOString()} a request failed: ${failure}\n`);
  };
  for (let sent = 0; sent < rate * seconds;) {
    const dueBy = Math.min(((performance.now() - started) / 1_000) * rate, rate * seconds);
    for (; sent < dueBy; sent += 1) {
      const sending = send(started + (sent / rate) * 1_000);
      pending.add(sending);
      void sending.then(() => pending.delete(sending));
    }
    await sleep(TICK_MILLISECONDS);
  }
  await Promise.all(pending);
  const elapsed = (performance.now() - started) / 1_000;
  agent.destroy();
  return { latencies: latencies.sort((a, b) => a - b), failures, elapsed };
};

interface Question {
  agent: Agent;
  url: string;
  method: 'GET' | 'POST';
  body?: string;
  expected: number;
}

/** Null, or what went wrong. */
const ask = ({ agent, url, method, body, expected }: Question) =>
  new Promise<string | null>((resolve) => {
    const headers = { 'content-type': 'application/json', 'user-agent': BROWSER };
    const sent = request(url, { method, agent, headers }, (answer) => {
      answer.resume();
      answer.once('end', () => {
        resolve(answer.statusCode === expected ? null : `answered ${answer.statusCode}`);
      });
    });
    sent.once('error', (error: NodeJS.ErrnoException) => {
      const reused = sent.reusedSocket ? ' on a connection that had been idle' : '';
      resolve(`${error.code ?? error.message}${reused}`);
    });
    sent.end(body);
  });
