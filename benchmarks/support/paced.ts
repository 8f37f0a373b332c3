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

export const measurePaced = async ({
  url,
  path,
  connections,
  seconds,
  rate,
  nextBody,
}: Load & { rate: number }): Promise<Measured> => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies: number[] = [];
  const started = performance.now();
  const pending = new Set<Promise<void>>();
  let failures = 0;

  const send = async (due: number): Promise<void> => {
    const failure = await post({ agent, url: `${url}${path}`, body: nextBody() });
    latencies.push(performance.now() - due);
    if (failure === null) return;
    failures += 1;
    process.stderr.write(`${new Date().toISOString()} a request failed: ${failure}\n`);
  };
  for (let sent = 0; sent < rate * seconds;) {
    const dueBy = Math.min(((performance.now() - started) / 1_000) * rate, rate * seconds);
    for (; sent < dueBy; sent += 1) {
      const request = send(started + (sent / rate) * 1_000);
      pending.add(request);
      void request.then(() => pending.delete(request));
    }
    await sleep(TICK_MILLISECONDS);
  }
  await Promise.all(pending);
  const elapsed = (performance.now() - started) / 1_000;
  agent.destroy();
  return {
    requestsPerSecond: latencies.length / elapsed,
    p99: percentile(
      latencies.sort((a, b) => a - b),
      0.99
    ),
    failures,
  };
};

/** Null, or what went wrong. */
const post = ({ agent, url, body }: { agent: Agent; url: string; body: string }) =>
  new Promise<string | null>((resolve) => {
    const headers = { 'content-type': 'application/json', 'user-agent': BROWSER };
    const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume();
      answer.once('end', () => {
        resolve(answer.statusCode === 202 ? null : `answered ${answer.statusCode}`);
      });
    });
    sent.once('error', (error: NodeJS.ErrnoException) => {
      const reused = sent.reusedSocket ? ' on a connection that had been idle' : '';
      resolve(`${error.code ?? error.message}${reused}`);
    });
    sent.end(body);
  });
