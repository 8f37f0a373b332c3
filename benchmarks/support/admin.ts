/** Signs in to a benchmark's admin and times its requests. */
import { setTimeout as sleep } from 'node:timers/promises';

const ADMIN = { email: 'bench@contacts.test', password: 'Bench-password-1' };

const WARM_UP = 5;

export interface AdminSession {
  /** Milliseconds of each of `times` requests after a few to warm up, sorted; throws on anything but 200. */
  time(path: string, times: number, options?: { pause?: number }): Promise<number[]>;
  get<Answer>(path: string): Promise<Answer>;
  /** The body of an answer as it comes. */
  stream(path: string): Promise<AsyncIterable<Uint8Array>>;
  /** One request with a body, and how many milliseconds it took; throws on anything but success. */
  send: (
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    body: object
  ) => Promise<{ answer: unknown; milliseconds: number }>;
}

/** The first administrator registers over HTTP, as a person would. */
export const signIn = async (url: string): Promise<AdminSession> => {
  const answer = await fetch(`${url}/admin/register-admin`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...ADMIN, firstname: 'Ben', lastname: 'Chmark' }),
  });
  const { data } = (await answer.json()) as { data: { token: string } };
  const headers = { authorization: `Bearer ${data.token}` };
  const ask = async (path: string): Promise<string> => {
    const response = await fetch(`${url}${path}`, { headers });
    const text = await response.text();
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${text}`);
    return text;
  };
  return {
    send: async (method, path, body) => {
      const start = performance.now();
      const response = await fetch(`${url}${path}`, {
        method,
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`);
      return { answer: JSON.parse(text) as unknown, milliseconds: performance.now() - start };
    },
    stream: async (path) => {
      const response = await fetch(`${url}${path}`, { headers });
      if (!response.ok || !response.body) throw new Error(`${path} answered ${response.status}`);
      return response.body as unknown as AsyncIterable<Uint8Array>;
    },
    get: async <Answer>(path: string) => JSON.parse(await ask(path)) as Answer,
    time: async (path, times, { pause = 0 } = {}) => {
      const took: number[] = [];
      for (let round = -WARM_UP; round < times; round += 1) {
        const start = performance.now();
        await ask(path);
        if (round >= 0) took.push(performance.now() - start);
        if (pause > 0) await sleep(pause);
      }
      return took.sort((a, b) => a - b);
    },
  };
};

/** For the content API, with every right. */
export const createApiToken = async (url: string): Promise<string> => {
  const { send } = await signIn(url);
  const token = { name: 'bench', description: '', type: 'full-access', lifespan: null };
  const { answer } = await send('POST', '/admin/api-tokens', token);
  return (answer as { data: { accessKey: string } }).data.accessKey;
};
