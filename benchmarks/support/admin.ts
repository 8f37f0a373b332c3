/** Signs in to a benchmark's admin and times its GET requests. */
const ADMIN = { email: 'bench@contacts.test', password: 'Bench-password-1' };

const WARM_UP = 5;

export interface AdminSession {
  /** Milliseconds of each of `times` requests after a few to warm up, sorted; throws on anything but 200. */
  time(path: string, times: number): Promise<number[]>;
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
  return {
    time: async (path, times) => {
      const took: number[] = [];
      for (let round = -WARM_UP; round < times; round += 1) {
        const start = performance.now();
        const response = await fetch(`${url}${path}`, { headers });
        const text = await response.text();
        if (response.status !== 200)
          throw new Error(`${path} answered ${response.status}: ${text}`);
        if (round >= 0) took.push(performance.now() - start);
      }
      return took.sort((a, b) => a - b);
    },
  };
};
